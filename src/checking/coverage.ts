/**
 * Coverage: lines of the notes × statements × claims and rules × scenarios, heading by heading, with what is missing
 * in each direction.
 */
import type { KnowledgeBase, Texts } from '../knowledge/knowledge-base.ts';
import { unaccountedLines } from './accounted-lines.ts';
import type { Needs } from './needs.ts';
import type { Scenario } from './scenarios.ts';

export interface HeadingCoverage {
  slug: string;
  domain: string;
  /** Lines that state something; those a statement or a reason accounts for; the rest. */
  lines: number;
  accounted: number;
  missingLines: number[];
  statements: number;
  /** Statements without a claim or rule on them. */
  unclaimed: string[];
  claims: number;
  rules: number;
  scenarios: number;
  passing: number;
  /** Statements whose lines no scenario was written from. */
  untested: string[];
  /** Rules and claims that some scenario needs; absent where it has not been worked out. */
  needed?: number;
  /** Rules, claims left out, that no scenario needs: without them all answer the same for the same reasons. */
  unneeded?: string[];
}

export interface DomainCoverage {
  id: string;
  name: Texts;
  weight: number;
  /** Shares, 0..1. */
  lines: number;
  scenariosPassing: number;
}

export interface Coverage {
  headings: HeadingCoverage[];
  domains: DomainCoverage[];
  lines: number;
  accounted: number;
}

/**
 * @param passed ids of the scenarios that pass
 * @param needs which scenarios need which rule or claim, where it is known
 */
export function coverageOf(
  base: KnowledgeBase,
  scenarios: readonly Scenario[],
  passed: ReadonlySet<string>,
  needs?: Needs,
): Coverage {
  const unaccounted = unaccountedLines(base);
  const tested = new Set(scenarios.flatMap(({ lines }) => lines));
  const resting = new Set([
    ...base.claims.map(({ statement }) => statement),
    ...base.authored.flatMap(({ statements }) => statements),
  ]);

  const headings = [...base.headings.values()].map(({ slug, domain, content }): HeadingCoverage => {
    const section = base.sections.get(slug);
    const statements = (section?.statements ?? [])
      .map((id) => base.statements.get(id))
      .filter((found) => found !== undefined);
    const own = scenarios.filter((scenario) => scenario.section === slug);
    const missingLines = unaccounted.get(slug) ?? [];
    return {
      slug,
      domain,
      lines: content.length,
      accounted: content.length - missingLines.length,
      missingLines,
      statements: statements.length,
      unclaimed: statements.filter(({ id }) => !resting.has(id)).map(({ id }) => id),
      claims: base.claims.filter(({ statement }) => statement?.startsWith(`${slug}/`)).length,
      rules: section?.rules.length ?? 0,
      scenarios: own.length,
      passing: own.filter(({ id }) => passed.has(id)).length,
      untested: statements.filter(({ lines }) => !lines.some((line) => tested.has(line))).map(({ id }) => id),
      ...(needs && {
        needed: [...needs.keys()].filter((id) => id.startsWith(`${slug}/`)).length,
        unneeded: (section?.rules ?? []).filter((id) => !needs.has(id)),
      }),
    };
  });
  const sum = (of: readonly HeadingCoverage[], field: 'lines' | 'accounted' | 'scenarios' | 'passing') =>
    of.reduce((total, heading) => total + heading[field], 0);
  const domains = [...base.domains].map(([id, { name, weight }]): DomainCoverage => {
    const own = headings.filter(({ domain }) => domain === id);
    return {
      id,
      name,
      weight,
      lines: share(sum(own, 'accounted'), sum(own, 'lines')),
      scenariosPassing: share(sum(own, 'passing'), sum(own, 'scenarios')),
    };
  });
  return { headings, domains, lines: sum(headings, 'lines'), accounted: sum(headings, 'accounted') };
}

function share(part: number, of: number): number {
  return of === 0 ? 0 : part / of;
}
