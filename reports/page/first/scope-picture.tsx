/** @jsxImportSource preact */
import type { Results } from '../../../lib/results/results.ts';
import { SCOPES, type Scope, type ServiceScope, scopeByService, scopeTotal } from '../../scope.ts';
import { visible } from '../../visible-text.ts';
import { say } from '../say.ts';
import { WORDS as PAGE_WORDS, type Word } from '../words.ts';

const WORDS = {
  judged: 'scopeJudged',
  partly: 'scopePartly',
  notJudged: 'scopeNotJudged',
  notPlayed: 'scopeNotPlayed',
  untestable: 'scopeUntestable',
} as const satisfies Record<Scope, Word>;

/** How much of the standard the run covered, service by service, as bars with their figures. */
export function ScopePicture({ results }: { readonly results: Results }) {
  const scopes = scopeByService(results);
  return (
    <section class="scope" id="scope">
      <h2 class="small" {...say('scopeTitle')} />
      <ScopeKey counts={scopeTotal(scopes)} />
      <table>
        <tbody>
          {scopes.map((scope) => (
            <ServiceRow key={scope.service} scope={scope} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The colours of the picture with the counts of all services. */
export function ScopeKey({ counts }: { readonly counts: ServiceScope['counts'] }) {
  return (
    <ul class="scope-key">
      {SCOPES.map((scope) => (
        <li key={scope} data-scope={scope}>
          <span class={`swatch ${scope}`} aria-hidden="true" /> <b class="number">{counts[scope]}</b>{' '}
          <span {...say(WORDS[scope])} />
        </li>
      ))}
    </ul>
  );
}

function ServiceRow({ scope: { service, total, counts } }: { readonly scope: ServiceScope }) {
  let from = 0;
  return (
    <tr>
      <th scope="row">{visible(service, 40)}</th>
      <td>
        <span role="img" {...picturedIn(counts)}>
          <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            {SCOPES.map((scope) => {
              const width = (counts[scope] / total) * 100;
              from += width;
              return width === 0 ? null : (
                <rect
                  key={scope}
                  class={scope}
                  x={(from - width).toFixed(2)}
                  y="0"
                  width={width.toFixed(2)}
                  height="4"
                />
              );
            })}
          </svg>
        </span>
      </td>
      <td class="number">{`${counts.judged + counts.partly} / ${total}`}</td>
    </tr>
  );
}

/** The bar in words, for who does not see it. */
function picturedIn(counts: ServiceScope['counts']) {
  const present = SCOPES.filter((scope) => counts[scope] > 0);
  const said = (language: 0 | 1) =>
    present.map((scope) => `${counts[scope]} ${PAGE_WORDS[WORDS[scope]][language]}`).join(', ');
  return { 'aria-label': said(0), 'data-ja-label': said(1) };
}
