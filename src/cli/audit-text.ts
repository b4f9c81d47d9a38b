/**
 * An audited question as text for the terminal.
 */
import type { AuditResult } from '../checking/audit.ts';
import type { AuditReport } from '../checking/audit-report.ts';

/** Ends with an empty line. */
export function reportLines(report: AuditReport): string[] {
  const {
    id,
    start,
    result,
    key,
    answer,
    today,
    lead,
    basis,
    proof,
    suspects: three,
    separating,
    kept,
  } = report;
  const letters = answer.join('');
  const same = letters === key.join('');
  const said: Record<AuditResult, string> = {
    agrees: `the rules prove ${letters}, ${lead} points ahead (${basis})`,
    disputed: `the rules prove ${letters}, ${lead} points ahead (${basis}); the key says ${key.join('')}`,
    outdated: today
      ? `the rules prove ${letters} for the exam and ${today.join('')} as of today; the key says ${key.join('')}`
      : `the rules prove ${letters} by a statement that no longer holds; the key says ${key.join('')}`,
    undecided:
      lead > 0
        ? `the rules lean to ${letters}${same ? ', the key' : `, the key says ${key.join('')}`}, only ${lead} ahead`
        : `the rules tell the best two apart by nothing; the key says ${key.join('')}`,
    silent: `no rule speaks for or against any option; the key says ${key.join('')}`,
  };
  return [
    `${id} ${result}: ${said[result]}`,
    `  ${start}`,
    ...(result === 'undecided' ? separatingLines(separating) : proof.flatMap(proofLines)),
    ...(three ? suspectLines(three) : []),
    ...(kept
      ? [
          `  verdict ${kept.holds ? 'kept' : 'no longer holds, the rules conclude something else'}: ${kept.suspect}: ${kept.reason}`,
        ]
      : []),
    '',
  ];
}

function separatingLines(separating: AuditReport['separating']): string[] {
  if (separating.length === 0) return ['  no open fact would separate them'];
  return separating.map(
    ({ label, answer, lead }) => `  open: with “${label}” it is ${answer.join('')}, ${lead} points ahead`,
  );
}

function proofLines({
  option,
  side,
  gain,
  rule,
  sentence,
  words,
  sources,
}: AuditReport['proof'][number]): string[] {
  const said = words.length > 0 ? ` (${words.map((word) => `“${word}”`).join(', ')})` : '';
  return [
    `  ${side} ${option}, ${gain} points: ${sentence}${said}`,
    `      rule ${rule}`,
    ...sources.flatMap((source) => [
      `      ${placeOf(source)}`,
      ...(source.today ? [`      today (${source.today.status}): ${source.today.text}`] : []),
    ]),
  ];
}

type Source = AuditReport['proof'][number]['sources'][number];

function placeOf({ statement, heading, lines }: Source): string {
  const place = lines.length > 0 ? `lines ${lines.join(', ')} of the notes` : 'general knowledge';
  return `statement ${statement} (${heading}, ${place})`;
}

function suspectLines({ key, rule, note }: NonNullable<AuditReport['suspects']>): string[] {
  return [
    '  suspects:',
    `      key   ${key.join('')} is not the answer, or no longer`,
    `      rule  ${rule} does not hold here, or misreads the question`,
    note
      ? `      note  ${placeOf(note)} is not true, or no longer: “${note.text}”`
      : '      note  none: the proof is all principles and catalogue',
  ];
}
