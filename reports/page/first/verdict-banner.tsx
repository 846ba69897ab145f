/** @jsxImportSource preact */
import type { Cause } from '../../../lib/results/first-cause.ts';
import type { Results } from '../../../lib/results/results.ts';
import { harmTallies, plainSentence, problems, tallyTitle, verdictWord } from '../../verdict-words.ts';
import { visible } from '../../visible-text.ts';
import { teller } from '../../words/tell.ts';
import { anchor, tallyAnchor } from '../anchor.ts';
import { Badge } from '../badge.tsx';
import { Headline } from '../cause-parts.tsx';
import { say, sayText } from '../say.ts';
import { japaneseSentence } from './verdict-sentence.ts';

interface BannerProps {
  readonly results: Results;
  readonly causes: readonly Cause[];
}

/** The verdict: one word, one plain sentence, the gravest harms, and the sentence with the counts. */
export function VerdictBanner({ results, causes }: BannerProps) {
  const { summary } = results;
  const [word, wordJapanese] = verdictWord(results);
  const plain = plainSentence(results, causes);
  return (
    <div class={`banner ${toneOf(summary.verdict)}`}>
      <p class="word" {...sayText(word, wordJapanese)} />
      {plain ? <p class="plain" {...sayText(plain[0], plain[1])} /> : null}
      <GravestHarms results={results} causes={causes} />
      <p class={plain ? 'sentence faint' : 'plain sentence'} id="verdict" data-verdict={summary.verdict}>
        <span {...sayText(visible(summary.sentence), visible(japaneseSentence(results)))} />
      </p>
    </div>
  );
}

/** The tone of a verdict, which gives its colour. */
export function toneOf(verdict: Results['summary']['verdict']): 'pass' | 'fail' | 'incomplete' {
  if (verdict === 'conformant' || verdict === 'passed') return 'pass';
  return verdict === 'not-conformant' || verdict === 'failed' ? 'fail' : 'incomplete';
}

/** Harms on the first screen; the findings have all. */
const HARMS_NAMED = 3;
/** Problems named of each. */
const PROBLEMS_NAMED = 2;

function GravestHarms({ results, causes }: BannerProps) {
  if (causes.length === 0) return null;
  const tell = teller(results);
  const tallies = harmTallies(causes);
  const rest = tallies.slice(HARMS_NAMED).reduce((sum, tally) => sum + tally.causes.length, 0);
  return (
    <section class="gravest">
      <h2 class="small" {...say('gravest')} />
      <ol>
        {tallies.slice(0, HARMS_NAMED).map(({ harm, grade, causes: here }) => (
          <li key={`${grade} ${harm}`}>
            <a href={`#${tallyAnchor({ harm, grade })}`}>
              <b {...sayText(...tallyTitle({ harm, grade }))} />
            </a>{' '}
            <span class="faint" {...sayText(...problems(here.length))} />
            <ul>
              {here.slice(0, PROBLEMS_NAMED).map(({ id, lead, grade: own }) => (
                <li key={id}>
                  <Badge verdict={own} />{' '}
                  <a href={`#${anchor('cause', id)}`}>
                    <Headline told={tell(lead.breach)} />
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {rest > 0 ? (
        <p>
          <a
            href="#findings"
            {...sayText(`and ${problems(rest)[0]} of lesser harm`, `ほかに影響の小さい${problems(rest)[1]}`)}
          />
        </p>
      ) : null}
    </section>
  );
}
