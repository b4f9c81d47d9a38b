import { checkingTexts } from '../texts/checking.ts';
import { useHere } from './context.ts';

/** Stems are shown up to here, in characters. */
const stemShown = 160;

/** The scenarios that need a rule or claim, each leading to the question asked anew. */
export function NeededBy({ unit }: { unit: string }) {
  const { library, visit, to } = useHere();
  const t = checkingTexts[visit.lang].needs;
  const { needs, scenarios } = library;
  const needing = needs?.get(unit) ?? [];
  return (
    <>
      <h2>{t.title}</h2>
      <p class="meta">{needs === undefined ? t.unknown : needing.length === 0 ? t.none : t.lead}</p>
      {needs === undefined && (
        <pre>
          <code>npm run --silent criterio -- coverage</code>
        </pre>
      )}
      {needing.length > 0 && (
        <ul class="entries">
          {needing.map((id) => {
            const scenario = scenarios.get(id);
            const lines = Object.entries(scenario?.options ?? {}).map(
              ([letter, text]) => `${letter}. ${text}`,
            );
            return (
              <li key={id}>
                {scenario ? (
                  <a class="entry" href={to('/advise', { q: [scenario.stem, ...lines].join('\n') })}>
                    {shortened(scenario.stem)}
                  </a>
                ) : (
                  id
                )}
                <p class="meta">
                  <code>{id}</code>
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

function shortened(stem: string): string {
  if (stem.length <= stemShown) return stem;
  return `${stem.slice(0, stem.lastIndexOf(' ', stemShown))} …`;
}
