/**
 * What every component may ask for: who looks, in which words, and the knowledge.
 */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Wording } from '../../explaining/wording.ts';
import type { Library } from '../library.ts';
import { type InterfaceTexts, texts } from '../texts.ts';
import { href, type Visit } from '../visit.ts';

export interface PageContext {
  visit: Visit;
  library: Library;
}

export interface Here extends PageContext {
  t: InterfaceTexts;
  wording: Wording;
  /** A link within the site, in the language chosen. */
  to: (path: string, params?: Record<string, string>) => string;
}

export const Context = createContext<PageContext | undefined>(undefined);

export function useHere(): Here {
  const context = useContext(Context);
  if (!context) throw new Error('A component was rendered outside a page.');
  const { visit, library } = context;
  return {
    visit,
    library,
    t: texts[visit.lang],
    wording: library.wordings[visit.lang],
    to: (path, params) => {
      const [plain = '', anchor] = path.split('#');
      return href(visit, plain, params) + (anchor === undefined ? '' : `#${anchor}`);
    },
  };
}
