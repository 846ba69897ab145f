/** @jsxImportSource preact */
import { wasApplied } from '../../lib/results/applied-load.ts';
import { type LoadPart, loadParts, ratesOf } from '../../lib/results/load-parts.ts';
import type { LoadResult } from '../../lib/results/load-result.ts';
import { lookedForInstances } from '../durability.ts';
import { bytes, count, rate } from '../quantity.ts';
import { visible } from '../visible-text.ts';
import { say, sayPhrase } from './say.ts';
import type { Word } from './words.ts';

/** The figures of a load run that fit on the first screen: what got through, what was lost, what the generator could. */
export function LoadGlance({ load }: { readonly load: LoadResult }) {
  const parts = loadParts(load);
  return (
    <>
      {parts.map(({ part, operations }) => (
        <Figures key={part} heading={parts.length > 1 ? PART_WORDS[part] : null} figures={rateFigures(operations)} />
      ))}
      <Figures heading={parts.length > 1 ? 'durability' : null} figures={fateFigures(load)} />
      <Ceiling load={load} />
    </>
  );
}

const PART_WORDS = { load: 'underLoad', readBack: 'readingBack' } as const satisfies Record<LoadPart['part'], Word>;

type Figure = readonly [word: Word, value: string, bad: boolean];

function rateFigures(operations: LoadPart['operations']): Figure[] {
  const { requestsPerSecond, instancesPerSecond, bytesPerSecond, failed } = ratesOf({ operations });
  return [
    ['requestsPerSecond', rate(requestsPerSecond), false],
    ['instancesPerSecond', rate(instancesPerSecond), false],
    ['bytesPerSecond', bytes(bytesPerSecond), false],
    ['failed', count(failed), failed > 0],
  ];
}

function fateFigures(load: LoadResult): Figure[] {
  const looked = lookedForInstances(load);
  const unheld = load.thresholds.filter(({ holds }) => !holds).length;
  return [
    ['acknowledged', count(load.acknowledged), false],
    ['readBack', load.verified === undefined ? '–' : count(load.verified), false],
    ['lost', looked ? count(load.lostCount) : '–', load.lostCount > 0],
    ['changed', looked ? count(load.changedCount) : '–', load.changedCount > 0],
    ...rates(load),
    ['dropped', count(load.droppedIterations), load.droppedIterations > 0],
    ['thresholdsMissed', `${unheld} / ${load.thresholds.length}`, unheld > 0],
  ];
}

function Figures({ heading, figures }: { readonly heading: Word | null; readonly figures: readonly Figure[] }) {
  return (
    <>
      {heading ? <h2 class="small" {...say(heading)} /> : null}
      <dl class="figures">
        {figures.map(([word, value, bad]) => (
          <div key={word} class={bad ? 'fail' : undefined}>
            <dt {...say(word)} />
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function rates(load: LoadResult): Figure[] {
  const { arrivals } = load;
  if (!arrivals) return [];
  return [
    ['askedRate', rate(arrivals.askedPerSecond), false],
    ['reachedRate', rate(arrivals.reachedPerSecond), !wasApplied(load)],
  ];
}

function Ceiling({ load: { generator } }: { readonly load: LoadResult }) {
  return (
    <div class={generator.saturated ? 'notice' : undefined} id="generator">
      {generator.saturated ? (
        <p>
          <strong {...say('saturated')} />
        </p>
      ) : null}
      <p>
        <b {...say('generator')} />: {rate(generator.requestsPerSecond)} <span {...say('requestsPerSecond')} />,{' '}
        {bytes(generator.bytesPerSecond)}
        /s. <span class="faint" {...sayPhrase(generator.why)} />
      </p>
    </div>
  );
}

/** UIDs listed in the page; results.json has what the run kept. */
const LISTED = 50;

/** Which acknowledged instances were not found again, or found changed. */
export function MissingInstances({ load }: { readonly load: LoadResult }) {
  const kinds = [
    ['lost', load.lost],
    ['changed', load.changed],
  ] as const;
  return (
    <>
      {kinds.map(([word, uids]) =>
        uids.length === 0 ? null : (
          <details key={word} class="rows" open={uids.length <= LISTED}>
            <summary>
              <b {...say(word)} /> <span class="faint">SOP Instance UID</span>
            </summary>
            <ul class="uids">
              {uids.slice(0, LISTED).map((uid, index) => (
                <li key={index}>
                  <code>{visible(uid, 80)}</code>
                </li>
              ))}
              {uids.length > LISTED ? <li>+ {count(uids.length - LISTED)} (results.json)</li> : null}
            </ul>
          </details>
        ),
      )}
    </>
  );
}
