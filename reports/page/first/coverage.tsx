/** @jsxImportSource preact */
import type { Results } from '../../../lib/results/results.ts';
import { type CoveragePart, coverageParts } from '../../coverage-words.ts';
import { visible } from '../../visible-text.ts';
import { say } from '../say.ts';
import { isWord, type Word } from '../words.ts';

const COVERAGE = {
  judged: 'coverageJudged',
  notJudged: 'coverageNotJudged',
  elsewhere: 'coverageElsewhere',
  nowhere: 'coverageNowhere',
} as const satisfies Record<CoveragePart['kind'], Word>;

/** Where every row of the register stands: judged, not judged and why, judged by other suites, judged by none. */
export function Coverage({ results: { coverage } }: { readonly results: Results }) {
  if (!coverage) return null;
  return (
    <details class="not-judged" id="coverage">
      <summary {...say('coverageTitle')} />
      <ul>
        {coverageParts(coverage).map(({ kind, count, of }) => (
          <li key={kind} data-coverage={kind}>
            <b class="number">{count}</b> <span {...say(COVERAGE[kind])} />
            {of.length === 0 ? null : (
              <ul>
                {of.map(([name, each]) => (
                  <li key={name}>
                    <b class="number">{each}</b> <code>{visible(name, 40)}</code>{' '}
                    {kind === 'notJudged' && isWord(name) ? <span class="faint" {...say(name)} /> : null}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
