/** @jsxImportSource preact */
import type { Results } from '../../lib/results/results.ts';
import { visible } from '../visible-text.ts';
import { say, sayPhrase } from './say.ts';

/** Features as the profile claims them beside what the run saw; a difference stands out. */
export function Claims({ results: { target } }: { readonly results: Results }) {
  if (target.capabilities.length === 0) return null;
  return (
    <section id="claims" class="stacked">
      <h2 {...say('claims')} />
      <table>
        <thead>
          <tr>
            <th scope="col" {...say('feature')} />
            <th scope="col" {...say('claimed')} />
            <th scope="col" {...say('confirmed')} />
            <th scope="col" {...say('evidence')} />
          </tr>
        </thead>
        <tbody>
          {target.capabilities.map(({ feature, claimed, observed, evidence }) => (
            <tr key={feature} class={differs(claimed, observed) ? 'differs' : undefined}>
              <th scope="row">{visible(feature, 80)}</th>
              <td {...sayPhrase(claimed)} />
              <td {...sayPhrase(observed)} />
              <td {...sayPhrase(evidence)} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function differs(claimed: string, observed: string): boolean {
  return claimed !== 'unknown' && observed !== 'unknown' && claimed !== observed;
}
