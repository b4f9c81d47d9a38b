import type { ComponentChildren } from 'preact';
import { fitsLink, linkOf, pathOf, type Session, stateOf } from '../session.ts';

/** htmx swaps the result and what of the rest depends on it; without it the same address is a whole page. */
const swapsResult = {
  'hx-target': '#result',
  'hx-select': '#result',
  'hx-select-oob': '#languages,#as-of',
  'hx-swap': 'outerHTML',
  'hx-push-url': 'true',
};

export interface StateLinkProps {
  /** The session it leads to. */
  session: Session;
  class?: string;
  /** Said to those who do not see what stands around it. */
  label?: string;
  children: ComponentChildren;
}

/** Leads to the same question with other answers: a link, or a button where the text is too long for one. */
export function StateLink({ session, label, children, ...rest }: StateLinkProps) {
  const attributes = { class: rest.class ?? 'chip', ...(label !== undefined && { 'aria-label': label }) };
  if (!fitsLink(session)) {
    return (
      <button type="submit" form="session" name="state" value={stateOf(session)} {...attributes}>
        {children}
      </button>
    );
  }
  const href = linkOf(session);
  return (
    <a href={href} hx-get={href} {...swapsResult} {...attributes}>
      {children}
    </a>
  );
}

/** What the buttons of a text too long for a link submit. */
export function SessionForm({ session }: { session: Session }) {
  if (fitsLink(session)) return null;
  return (
    <form id="session" method="post" action={pathOf(session)} hx-post={pathOf(session)} {...swapsResult}>
      <input type="hidden" name="q" value={session.text} />
    </form>
  );
}

export { swapsResult };
