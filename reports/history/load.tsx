/** @jsxImportSource preact */
import type { LoadHistory, OperationHistory } from '../../lib/results/load-history.ts';
import { say, sayText } from '../page/say.ts';
import { count, duration, rate } from '../quantity.ts';
import { verdictWord } from '../verdict-words.ts';
import { visible } from '../visible-text.ts';
import { loadTitle, shareText } from './load-words.ts';
import { runNames } from './run-names.ts';
import { SmallMultiple } from './small-multiple.tsx';

/** The figures of each load over its runs, a row of small drawings an operation. */
export function LoadHistories({ histories }: { readonly histories: readonly LoadHistory[] }) {
  if (histories.length === 0) return null;
  return (
    <section id="load">
      <h2 {...say('load')} />
      <p class="faint" {...say('loadHistoryNote')} />
      {histories.map((history) => (
        <Load key={loadTitle(history.load)[0]} history={history} />
      ))}
    </section>
  );
}

function Load({ history }: { readonly history: LoadHistory }) {
  const { load, runs, operations, gone } = history;
  const names = runNames(runs);
  return (
    <section class="load-history">
      <h3 {...sayText(...loadTitle(load))} />
      <ol>
        {runs.map((results, index) => (
          <li key={results.run.id}>
            <b>{names[index]}</b> <span {...sayText(...verdictWord(results))} />{' '}
            <span class="faint">
              {visible(results.run.id, 60)}, {visible(results.target.baseUrl, 200)}
            </span>
          </li>
        ))}
      </ol>
      {operations.map((operation) => (
        <Operation key={operation.name} operation={operation} names={names} />
      ))}
      {gone.some((value) => value !== null) ? (
        <div class="multiples">
          <SmallMultiple word="lostOrChanged" values={gone} names={names} format={count} />
        </div>
      ) : null}
    </section>
  );
}

interface OperationProps {
  readonly operation: OperationHistory;
  readonly names: readonly string[];
}

function Operation({ operation, names }: OperationProps) {
  const { name, requestsPerSecond, p50, p95, failed } = operation;
  return (
    <>
      <h4>{visible(name, 80)}</h4>
      <div class="multiples">
        <SmallMultiple word="requestsPerSecond" values={requestsPerSecond} names={names} format={rate} />
        <SmallMultiple word="median" values={p50} names={names} format={duration} />
        <SmallMultiple word="percentile95" values={p95} names={names} format={duration} />
        <SmallMultiple word="failedShare" values={failed} names={names} format={shareText} />
      </div>
    </>
  );
}
