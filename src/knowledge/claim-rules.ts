/**
 * Claims become rules of a few named forms. Ids derive from the claim's, so that a fired rule leads to its
 * statement and its lines.
 */
import type { Condition } from './condition.ts';
import { leaves } from './condition.ts';
import type { Claim, Form, Rule } from './knowledge-base.ts';

const nothing: string[] = [];

/** Stands in a set of needs for "whatever its object". */
export const anything = '*';

/** A step's subject and object as one value of the fact `step.<act>`. */
export function stepValue(subject: string, object: string): string {
  return `${subject} ${object}`;
}

/** Number of services that claim an act, an object, or both together: what nearly all do tells little. */
export type SharedBy = (of: { act?: string; object?: string }) => number;

export function rulesOfClaim(claim: Claim, sharedBy: SharedBy, when?: Condition, unless?: Condition): Rule[] {
  const named: Condition = { fact: 'option.name', operator: 'contains', value: claim.subject };
  const extra: Condition[] = [
    ...claim.with.map((value): Condition => ({ fact: 'about', operator: 'contains', value })),
    ...(when ? [when] : []),
  ];
  // Tens of thousands of rules are made: what those of a claim have in common is made once.
  const subjects = [claim.subject];
  const statements = claim.statement === undefined ? nothing : [claim.statement];
  const rule = (form: Form, about: Rule['about'], conditions: Condition[], suffix = ''): Rule => ({
    id: `${claim.id}:${form}${suffix}`,
    form,
    subjects,
    over: nothing,
    condition: { all: conditions },
    ...(unless && { unless }),
    ...(about && { about }),
    specificity: conditions.flatMap(leaves).length,
    claim,
    statements,
    ...(claim.asOf && { asOf: claim.asOf }),
  });

  if (claim.limit) {
    const { fact, atMost, atLeast } = claim.limit;
    const beyond: Condition[] = [];
    if (atMost !== undefined) beyond.push({ fact, operator: 'greaterThan', value: atMost });
    if (atLeast !== undefined) beyond.push({ fact, operator: 'lessThan', value: atLeast });
    return beyond.map((leaf, i) =>
      rule('exceeds', { fact, value: claim.act }, [leaf, named, ...extra], i > 0 ? '2' : ''),
    );
  }

  const doing: Condition = { fact: `need.${claim.act}`, operator: 'contains', value: anything };
  const does =
    claim.negative || claim.act === 'is'
      ? []
      : [
          {
            ...rule('does', { fact: `need.${claim.act}`, value: anything }, [doing, named]),
            shared: sharedBy({ act: claim.act }),
          },
        ];

  const objects = claim.objects.length > 0 ? claim.objects : [anything];
  return objects
    .flatMap((object, i) => {
      const suffix = objects.length > 1 ? `.${i + 1}` : '';
      const need = { fact: `need.${claim.act}`, value: object };
      const step = { fact: `step.${claim.act}`, value: stepValue(claim.subject, object) };
      const wanted: Condition = { ...need, operator: 'contains' };
      const said: Condition = { ...step, operator: 'contains' };
      if (claim.negative) {
        return [
          rule('cannot', need, [wanted, named, ...extra], suffix),
          rule('contradicts', step, [said, ...extra], suffix),
        ];
      }
      const made = [
        {
          ...rule('serves', need, [wanted, named, ...extra], suffix),
          ...(claim.act === 'is' && { shared: sharedBy({ act: claim.act, object }) }),
        },
        { ...rule('supports', step, [said, ...extra], suffix), shared: sharedBy({ act: claim.act, object }) },
      ];
      if (claim.only) made.push(rule('alone', need, [wanted, named, ...extra], suffix));
      if (object !== anything) {
        const spoken: Condition = { fact: 'about', operator: 'contains', value: object };
        const fits = rule('fits', { fact: 'about', value: object }, [spoken, named, ...extra], suffix);
        made.push({ ...fits, shared: sharedBy({ object }) });
        if (claim.act !== 'is') {
          const meets = rule(
            'meets',
            { fact: 'about', value: object },
            [doing, spoken, named, ...extra],
            suffix,
          );
          made.push({ ...meets, shared: sharedBy({ act: claim.act, object }) });
        }
      }
      return made;
    })
    .concat(does);
}
