/** @jsxImportSource preact */
import type { LoadChange } from '../../lib/results/load-changes.ts';
import type { LoadComparison } from '../../lib/results/load-compare.ts';
import type { Results } from '../../lib/results/results.ts';
import { say, sayPhrase, sayText } from '../page/say.ts';
import { ScrollingTable } from '../page/scrolling-table.tsx';
import { inJapanese } from '../words/japanese/sentences/index.ts';
import type { Language } from '../words/language.ts';
import { comparePage } from './html.tsx';
import { changeText, quantityText } from './load-facts.ts';

/** The comparison of load runs as one offline HTML document. */
export function compareLoadHtml(
  before: readonly Results[],
  after: readonly Results[],
  comparison: LoadComparison,
  language?: Language,
): string {
  const { changes, caveats, sentence } = comparison;
  return comparePage(
    {
      before,
      after,
      sentence,
      japanese: inJapanese(sentence),
      caveats,
      worse: changes.some(({ verdict }) => verdict === 'worse'),
    },
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
              <th scope="row" {...sayPhrase(change.metric, 120)} />
              <td class="number" {...quantityInBoth(change.before, change.unit)} />
              <td class="number" {...quantityInBoth(change.after, change.unit)} />
              <td class="number" {...sayText(changeText(change), changeText(change, 'ja'))} />
              <td {...sayPhrase(change.rule, 200)} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollingTable>,
    language,
  );
}

function quantityInBoth(value: number | null, unit: LoadChange['unit']) {
  return sayText(quantityText(value, unit), quantityText(value, unit, 'ja'));
}

const TONES = { better: 'pass', same: 'untested', worse: 'fail', undecided: 'incomplete' } as const satisfies Record<
  LoadChange['verdict'],
  string
>;
