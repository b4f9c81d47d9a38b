/**
 * What the pages look things up in: the knowledge base, its advisor, and indexes made once for each base.
 */
import { dirname, resolve } from 'node:path';

import type { Needs } from '../checking/needs.ts';
import type { Scenario } from '../checking/scenarios.ts';
import { Wording } from '../explaining/wording.ts';
import { Interviewer } from '../interviewing/interview.ts';
import { ReviewDesk } from '../keeping/review-desk.ts';
import type { Claim, KnowledgeBase, Lang, Rule, Statement } from '../knowledge/knowledge-base.ts';
import { contrastOf } from '../knowledge/leanings.ts';
import { rulesFolder } from '../knowledge/loader.ts';
import { filed } from '../knowledge/multimap.ts';
import { Advisor } from '../reasoning/consultation.ts';
import {
  type CoverageReport,
  coverageReport,
  fitting,
  packageScenarios,
  type ScenarioShelf,
} from './coverage-report.ts';
import { RuleSearch } from './rule-search.ts';

export class Library {
  readonly base: KnowledgeBase;
  readonly advisor: Advisor;
  readonly interviewer: Interviewer;
  readonly wordings: Record<Lang, Wording>;
  readonly claims: ReadonlyMap<string, Claim>;
  /** Rules that are more than one claim, by what they speak for or against. */
  readonly authored: readonly Rule[];
  /** The folder the knowledge was read from. */
  readonly folder: string;
  /** The folder it stands in, beside `scenarios/` and `reviews/`. */
  readonly home: string;
  private readonly shelf: ScenarioShelf;
  private readonly claimsByStatement: ReadonlyMap<string, readonly Claim[]>;
  private searchMade: RuleSearch | undefined;
  private coverageMade: CoverageReport | undefined;
  private deskMade: ReviewDesk | undefined;
  private needsMade: { needs: Needs | undefined } | undefined;
  private scenariosMade: ReadonlyMap<string, Scenario> | undefined;

  constructor(base: KnowledgeBase, shelf: ScenarioShelf = packageScenarios, folder: string = rulesFolder()) {
    this.base = base;
    this.folder = folder;
    this.home = dirname(resolve(folder));
    this.shelf = shelf;
    this.advisor = new Advisor(base);
    this.interviewer = new Interviewer(this.advisor);
    this.wordings = { en: new Wording(base, 'en'), es: new Wording(base, 'es') };
    this.claims = new Map(base.claims.map((claim) => [claim.id, claim]));
    this.authored = base.authored;
    this.claimsByStatement = filed(base.claims, ({ statement }) => [statement ?? '']);
  }

  /** Made at first use: a server that only answers never needs it. */
  get search(): RuleSearch {
    this.searchMade ??= new RuleSearch({
      base: this.base,
      wordings: this.wordings,
      authored: this.authored,
      claimsOf: (statement) => this.claimsOf(statement),
    });
    return this.searchMade;
  }

  get coverage(): CoverageReport {
    this.coverageMade ??= coverageReport(this.base, this.advisor, this.shelf);
    return this.coverageMade;
  }

  /** Scenarios by id; none where they do not fit this knowledge. */
  get scenarios(): ReadonlyMap<string, Scenario> {
    this.scenariosMade ??= new Map((fitting(this.advisor, this.shelf) ?? []).map((each) => [each.id, each]));
    return this.scenariosMade;
  }

  /** Which scenarios need which rule or claim; undefined where it has not been worked out for this knowledge. */
  get needs(): Needs | undefined {
    this.needsMade ??= { needs: this.shelf.needs?.() };
    return this.needsMade.needs;
  }

  /** The rule of this id, one of a claim's too; of what leans, the contrast. */
  rule(fired: string): Rule | undefined {
    const id = contrastOf(fired);
    const claim = this.claims.get(id.slice(0, id.lastIndexOf(':')));
    const rules = claim ? this.base.rulesOf(claim) : this.authored;
    return rules.find((rule) => rule.id === id);
  }

  /** Made at first use: it runs every scenario. */
  get desk(): ReviewDesk {
    this.deskMade ??= new ReviewDesk(
      this.folder,
      this.home,
      this.advisor,
      fitting(this.advisor, this.shelf) ?? [],
    );
    return this.deskMade;
  }

  /** After a scenario was added. */
  readScenariosAnew(): void {
    this.letGo();
    this.coverageMade = undefined;
    this.deskMade = undefined;
  }

  /** Ends what still runs for it: another takes its place. */
  letGo(): void {
    this.deskMade?.firings.stop();
  }

  claimsOf(statement: Statement): readonly Claim[] {
    return this.claimsByStatement.get(statement.id) ?? [];
  }

  /** Claims about an outcome itself. */
  claimsAbout(outcome: string): Claim[] {
    return this.base.claims.filter(({ subject }) => subject === outcome);
  }

  statementsOf(ids: readonly string[]): Statement[] {
    return ids.map((id) => this.base.statements.get(id)).filter((found) => found !== undefined);
  }

  /** Rules in which one of the two is preferred to the other, or stands on either side of a verdict. */
  contrasts(outcome: string): Rule[] {
    return this.authored.filter(
      ({ over, subjects }) => over.includes(outcome) || (over.length > 0 && subjects.includes(outcome)),
    );
  }
}
