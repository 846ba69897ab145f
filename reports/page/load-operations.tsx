/** @jsxImportSource preact */
import type { OperationLoad, Percentiles } from '../../lib/results/load-result.ts';
import { loadFailures } from '../parts/load-failures.ts';
import { bytes, count, duration, rate } from '../quantity.ts';
import { visible } from '../visible-text.ts';
import { say, sayPhrase } from './say.ts';
import { ScrollingTable } from './scrolling-table.tsx';
import type { Word } from './words.ts';

const PERCENTILES = ['min', 'avg', 'p50', 'p90', 'p95', 'p99', 'max'] as const satisfies readonly (keyof Percentiles)[];

/** Tables by operation: rates, latency, time to first byte, failures by kind. */
export function LoadOperations({ operations }: { readonly operations: readonly OperationLoad[] }) {
  return (
    <>
      <ScrollingTable word="perOperation">
        <table id="perOperation">
          <caption {...say('perOperation')} />
          <thead>
            <tr>
              <th scope="col" {...say('operation')} />
              {(['requests', 'requestsPerSecond', 'instancesPerSecond', 'bytesPerSecond', 'failed'] as const).map(
                (word) => (
                  <th scope="col" class="number" key={word} {...say(word)} />
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {operations.map((operation) => (
              <tr key={operation.name}>
                <th scope="row">{visible(operation.name, 80)}</th>
                <td class="number">{count(operation.requests)}</td>
                <td class="number">{rate(operation.requestsPerSecond)}</td>
                <td class="number">{rate(operation.instancesPerSecond)}</td>
                <td class="number">{bytes(operation.bytesPerSecond)}</td>
                <td class={`number ${operation.failed > 0 ? 'fail' : 'zero'}`}>{count(operation.failed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollingTable>
      <PercentileTable word="latency" operations={operations} of={({ latency }) => latency} />
      <p class="faint" {...say('latencyNote')} />
      <PercentileTable word="firstByte" operations={operations} of={({ timeToFirstByte }) => timeToFirstByte} />
      <Failures operations={operations} />
    </>
  );
}

interface PercentileTableProps {
  readonly word: Word;
  readonly operations: readonly OperationLoad[];
  readonly of: (operation: OperationLoad) => Percentiles | null;
}

function PercentileTable({ word, operations, of }: PercentileTableProps) {
  return (
    <ScrollingTable word={word}>
      <table>
        <caption {...say(word)} />
        <thead>
          <tr>
            <th scope="col" {...say('operation')} />
            {PERCENTILES.map((key) => (
              <th scope="col" class="number" key={key}>
                {key}
              </th>
            ))}
            {word === 'latency' ? <th scope="col" {...say('distribution')} /> : null}
          </tr>
        </thead>
        <tbody>
          {operations.map((operation) => {
            const percentiles = of(operation);
            return (
              <tr key={operation.name}>
                <th scope="row">{visible(operation.name, 80)}</th>
                {PERCENTILES.map((key) => (
                  <td class="number" key={key}>
                    {percentiles ? duration(percentiles[key]) : '–'}
                  </td>
                ))}
                {word === 'latency' ? (
                  <td>
                    <Distribution histogram={operation.histogram} />
                  </td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollingTable>
  );
}

const BARS = 40;

/** The shape of the latencies: forty bars on a logarithmic axis from the fastest to the slowest bucket. */
function Distribution({ histogram }: { readonly histogram: OperationLoad['histogram'] }) {
  const buckets = histogram.filter(([upper, total]) => upper > 0 && total > 0);
  const [lowest, highest] = [buckets[0]?.[0] ?? 1, buckets.at(-1)?.[0] ?? 1];
  const span = Math.log(highest / lowest) || 1;
  const bars = Array.from({ length: BARS }, () => 0);
  for (const [upper, total] of buckets) {
    const at = Math.min(BARS - 1, Math.floor((Math.log(upper / lowest) / span) * BARS));
    bars[at] = (bars[at] ?? 0) + total;
  }
  const tallest = Math.max(1, ...bars);
  return (
    <svg class="spark" viewBox={`0 0 ${BARS} 16`} preserveAspectRatio="none" aria-hidden="true">
      {bars.map((total, index) => {
        const height = total === 0 ? 0 : Math.max(0.6, (total / tallest) * 16);
        return <rect key={index} x={index} y={(16 - height).toFixed(2)} width="0.8" height={height.toFixed(2)} />;
      })}
    </svg>
  );
}

function Failures({ operations }: { readonly operations: readonly OperationLoad[] }) {
  const rows = loadFailures({ operations, series: [] });
  if (rows.length === 0) return null;
  return (
    <ScrollingTable word="failures">
      <table>
        <caption {...say('failures')} />
        <thead>
          <tr>
            <th scope="col" {...say('operation')} />
            <th scope="col" {...say('reason')} />
            <th scope="col" class="number" {...say('failed')} />
            <th scope="col" {...say('anExample')} />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ operation, kind, total, example }) => (
            <tr key={`${operation} ${kind}`}>
              <th scope="row">{visible(operation, 80)}</th>
              <td {...sayPhrase(kind, 120)} />
              <td class="number fail">{count(total)}</td>
              <td>{visible(example, 200)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollingTable>
  );
}
