/** @jsxImportSource preact */
import type { LoadChange } from '../lib/results/load-changes.ts';
import type { LoadComparison } from '../lib/results/load-compare.ts';
import type { Results } from '../lib/results/results.ts';
import { comparePage } from './compare-html.tsx';
import { changeText, quantityText } from './compare-load.ts';
import { say } from './page/say.ts';
import { ScrollingTable } from './page/scrolling-table.tsx';
import { visible } from './visible-text.ts';

/** The comparison of load runs as one offline HTML document. */
export function compareLoadHtml(
  before: readonly Results[],
  after: readonly Results[],
  comparison: LoadComparison,
): string {
  const { changes, caveats, sentence } = comparison;
  return comparePage(
    { before, after, sentence, caveats, worse: changes.some(({ verdict }) => verdict === 'worse') },
    <ScrollingTable word="load">
      <table>
        <caption {...say('load')} />
        <thead>
          <tr>
            <th scope="col" {...say('change')} />
            <th scope="col" {...say('metric')} />
            <th scope="col" class="number" {...say('before')} />
            <th scope="col" class="number" {...say('after')} />
            <th scope="col" class="number" {...say('interval')} />
            <th scope="col" {...say('rule')} />
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.metric}>
              <td>
                <span class={`badge ${TONES[change.verdict]}`} {...say(change.verdict)} />
              </td>
              <th scope="row">{visible(change.metric, 120)}</th>
              <td class="number">{quantityText(change.before, change.unit)}</td>
              <td class="number">{quantityText(change.after, change.unit)}</td>
              <td class="number">{changeText(change)}</td>
              <td lang="en">{visible(change.rule, 200)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollingTable>,
  );
}

const TONES = { better: 'pass', same: 'untested', worse: 'fail', undecided: 'incomplete' } as const satisfies Record<
  LoadChange['verdict'],
  string
>;
