/**
 * Coverage as its page shows it: the headings of the notes, and what stands beside them.
 */
import { type Coverage, coverageOf } from '../checking/coverage.ts';
import { readKnownFailures } from '../checking/known-failures.ts';
import { type Needs, readNeeds } from '../checking/needs.ts';
import { loadScenarios, type Scenario } from '../checking/scenarios.ts';
import { KnowledgeError } from '../knowledge/finding.ts';
import type { KnowledgeBase, Section } from '../knowledge/knowledge-base.ts';
import type { Advisor } from '../reasoning/consultation.ts';

/** Where scenarios come from, and which of them are recorded as failing. */
export interface ScenarioShelf {
  scenarios: (advisor: Advisor) => Scenario[];
  /** Which of them need which rule or claim; undefined where it has not been worked out. */
  needs?: () => Needs | undefined;
  failing: () => ReadonlySet<string>;
}

export const packageScenarios: ScenarioShelf = {
  scenarios: loadScenarios,
  needs: readNeeds,
  failing: readKnownFailures,
};

/** A section beside the headings: across several of them, or of general knowledge. */
export interface BesideCoverage {
  slug: string;
  statements: number;
  claims: number;
  rules: number;
}

export interface CoverageReport extends Coverage {
  scenarios: number;
  passing: number;
  /** The scenarios do not fit this knowledge: none is counted. */
  isUntested: boolean;
  spanning: BesideCoverage[];
  general: BesideCoverage[];
}

export function coverageReport(base: KnowledgeBase, advisor: Advisor, shelf: ScenarioShelf): CoverageReport {
  const scenarios = fitting(advisor, shelf);
  const failing = shelf.failing();
  const passed = new Set((scenarios ?? []).map(({ id }) => id).filter((id) => !failing.has(id)));
  const coverage = coverageOf(base, scenarios ?? [], passed);
  const beside = [...base.sections.values()].filter(({ slug }) => !base.headings.has(slug));
  return {
    ...coverage,
    scenarios: coverage.headings.reduce((sum, heading) => sum + heading.scenarios, 0),
    passing: coverage.headings.reduce((sum, heading) => sum + heading.passing, 0),
    isUntested: scenarios === undefined,
    spanning: beside.filter((section) => !isGeneral(section)).map((section) => besideOf(base, section)),
    general: beside.filter(isGeneral).map((section) => besideOf(base, section)),
  };
}

/** What everyone in the field knows: no line of the notes says it. */
export function isGeneral({ file }: Section): boolean {
  return file.startsWith('general/');
}

function besideOf(base: KnowledgeBase, { slug, statements, rules }: Section): BesideCoverage {
  const claims = base.claims.filter(({ statement }) => statement?.startsWith(`${slug}/`)).length;
  return { slug, statements: statements.length, claims, rules: rules.length };
}

/** Other knowledge than the package's own may not know what the package's scenarios speak of. */
export function fitting(advisor: Advisor, { scenarios }: ScenarioShelf): Scenario[] | undefined {
  try {
    return scenarios(advisor);
  } catch (error) {
    if (error instanceof KnowledgeError) return undefined;
    throw error;
  }
}
