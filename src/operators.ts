/**
 * What bare json-rules-engine needs to run the rules of `criterio export`:
 *
 *     const { rules } = JSON.parse(readFileSync('rules.json', 'utf8'));
 *     const engine = new Engine(rules, { allowUndefinedFacts: true });
 *     addOperators(engine);
 *     const { events } = await engine.run({ 'need.rotate': ['credential'], 'option.name': ['secrets-manager'] });
 */
export { addOperators } from './reasoning/record.ts';
