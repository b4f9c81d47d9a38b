/**
 * What a check has to say about the knowledge: always where, what was got, and what to do.
 */

/**
 * Every finding's code, its severity and the sentence that says what to do. One table, tested both ways. An error
 * breaks the build; advice is counted, and listed where it is asked for.
 */
export const findingKinds = {
  KB_YAML: { severity: 'error', todo: 'Mend the YAML syntax at the place marked.' },
  KB_SHAPE: { severity: 'error', todo: 'Give the field the form that rules/README.md shows.' },
  KB_UNKNOWN_KEY: { severity: 'error', todo: 'Correct or remove the key.' },
  KB_UNKNOWN_CONCEPT: { severity: 'error', todo: 'Use a concept or outcome that exists, or propose it.' },
  KB_UNKNOWN_ACT: { severity: 'error', todo: 'Use an act of lexicon/acts.yaml.' },
  KB_UNKNOWN_OUTCOME: { severity: 'error', todo: 'Use an outcome of the catalogue, or propose it.' },
  KB_UNKNOWN_STATEMENT: { severity: 'error', todo: 'Cite a statement that exists, as id or section/id.' },
  KB_UNKNOWN_FACT: {
    severity: 'error',
    todo: 'Use need.<act>, about, setting, symptom or a fact of facts.yaml.',
  },
  KB_UNKNOWN_SECTION: { severity: 'error', todo: 'Name the file and its section by a slug of the notes.' },
  KB_TYPE: { severity: 'error', todo: 'Give a value of the type and unit that the fact has.' },
  KB_CYCLE: { severity: 'error', todo: 'Remove one of the is-a or parent links of the circle.' },
  KB_SAME_WORDS: { severity: 'error', todo: 'Leave the word with one of the two.' },
  KB_SHRUNK: { severity: 'error', todo: 'Add a word that carries the meaning, or leave the phrase out.' },
  KB_SAME_ID: { severity: 'error', todo: 'Rename one of the two.' },
  KB_NO_VERDICT: { severity: 'error', todo: 'Give exactly one of prefer with over, recommend, exclude.' },
  KB_NO_POSITIVE: {
    severity: 'error',
    todo: 'Add a condition that something is known, not only what is not.',
  },
  KB_NO_CLAIM: { severity: 'error', todo: 'Add claims, or say under unclaimed why there is none.' },
  KB_NO_LINES: { severity: 'error', todo: 'Give the lines of the notes, or move the statement to general/.' },
  KB_LINE_TWICE: { severity: 'error', todo: 'A line is silent or states something, not both.' },
  KB_LINE_LOST: {
    severity: 'error',
    todo: 'State what the line says, or list it under silent with the reason.',
  },
  KB_LINE_ELSEWHERE: {
    severity: 'error',
    todo: 'Give the line that was meant, or move the statement to its heading or to spanning/.',
  },
  KB_SAME_CLAIM: { severity: 'error', todo: 'Change the copy to what it was copied for, or remove it.' },
  KB_AMOUNT_UNSAID: {
    severity: 'advice',
    todo: 'Say the amount in the statement, or give the claim the one that the statement says.',
  },
  KB_PROPOSES: { severity: 'error', todo: 'Merge the proposals into lexicon and catalogue before landing.' },
  KB_FILL_IN: { severity: 'error', todo: 'Say what belongs there; criterio new left the place open.' },
  KB_SCENARIO_RULE: { severity: 'error', todo: 'Name a rule or a statement that exists, as section/id.' },
  KB_NEVER: { severity: 'error', todo: 'Drop one of the conditions that exclude each other, or the rule.' },
  KB_CONTRADICTION: {
    severity: 'error',
    todo: 'Give the general rule an unless, or withdraw one of the two.',
  },
  KB_CONFLICT: {
    severity: 'advice',
    todo: 'Give the rule that is wrong there an unless with what the other one asks for.',
  },
  KB_SUBSUMED: {
    severity: 'advice',
    todo: 'Keep one of the two: both count, so the same reason counts twice.',
  },
  KB_CLAIMS_DISAGREE: {
    severity: 'error',
    todo: 'Say in one of the two when it holds (when, unless, with, asOf), or withdraw it.',
  },
  KB_UNREAD: { severity: 'advice', todo: 'Write the claim or rule that asks for it, or leave it out.' },
  KB_UNSAYABLE: {
    severity: 'error',
    todo: 'Give it words in both languages, or ask for something that has them.',
  },
  KB_UNRECOMMENDED: { severity: 'advice', todo: 'Claim what it does, or deny what it is mistaken for.' },
  KB_ONE_SIDED: {
    severity: 'advice',
    todo: 'Claim what only the loser does, write the rule for when it is right, or an unless.',
  },
  KB_WAITS_FOR_DENIAL: {
    severity: 'advice',
    todo: 'Move what must not be so to unless: what nobody mentions is not denied.',
  },
  KB_IDLE_SUPPRESSION: { severity: 'error', todo: 'Remove the suppression: what it was for is gone.' },
  KB_SCENARIO_KEY: { severity: 'error', todo: 'Name an option letter, or an outcome by one of its names.' },
} as const satisfies Record<string, { severity: 'error' | 'advice'; todo: string }>;

export type FindingCode = keyof typeof findingKinds;

export interface Finding {
  code: FindingCode;
  /** Path relative to the root of the knowledge. */
  file: string;
  /** 1-based; absent where the finding is about a file as a whole. */
  line?: number;
  column?: number;
  message: string;
  /** The line itself, for the caret. */
  excerpt?: string;
  /** The place it disagrees with, where a finding is about two. */
  other?: { file: string; line: number; column: number; excerpt: string };
  /** Ids of the rules, claims or terms it is about, by which it can be suppressed. */
  about?: readonly string[];
}

export function isAdvice({ code }: Pick<Finding, 'code'>): boolean {
  return findingKinds[code].severity === 'advice';
}

/** A knowledge base with errors never starts: this carries all of them at once. */
export class KnowledgeError extends Error {
  readonly findings: Finding[];
  constructor(findings: Finding[]) {
    super(`${findings.length} finding(s) in the knowledge base\n\n${findings.map(findingText).join('\n\n')}`);
    this.name = 'KnowledgeError';
    this.findings = findings;
  }
}

/** `file:line:column code message`, the line with a caret, and what to do. */
export function findingText(finding: Finding): string {
  const { file, line, column, code, message, excerpt, other } = finding;
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  const marked = excerpt === undefined ? [] : quote(excerpt, column ?? 1);
  const beside = other ? [`  ${placeText(other)}`, ...quote(other.excerpt, other.column)] : [];
  return [`${place} ${code} ${message}`, ...marked, ...beside, `    → ${findingKinds[code].todo}`].join('\n');
}

function placeText({ file, line, column }: NonNullable<Finding['other']>): string {
  return `${file}:${line}:${column}`;
}

/** The line with a caret under the column. */
function quote(excerpt: string, column: number): string[] {
  return [`    ${excerpt}`, `    ${' '.repeat(column - 1)}^`];
}
