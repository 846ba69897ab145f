/** @jsxImportSource preact */
import { type LoadPart, loadParts } from '../../lib/results/load-parts.ts';
import type { LoadResult } from '../../lib/results/load-result.ts';
import { modelName } from '../load-model.ts';
import { bytes, count, duration, rate } from '../quantity.ts';
import { visible } from '../visible-text.ts';
import type { InBoth } from '../words/language.ts';
import { Chart, type ChartLine } from './chart.tsx';
import { chartPoints, ratePoints } from './chart-points.ts';
import { MissingInstances } from './load-glance.tsx';
import { LoadOperations } from './load-operations.tsx';
import { say, sayPhrase, sayText } from './say.ts';
import { ScrollingTable } from './scrolling-table.tsx';

interface LoadProps {
  readonly load: LoadResult;
  /** What the judged samples of the answers showed. */
  readonly samples: InBoth | null;
}

/** What was put on the server and how it bore it. */
export function Load({ load, samples }: LoadProps) {
  return (
    <section id="load">
      <h2 {...say('load')} />
      <p class="faint">
        {`${visible(load.script, 120)} · ${visible(load.shape, 60)} · `}
        <span {...sayText(...modelName(load))} />
        {` · ${load.durationSeconds} s · ${visible(load.engine.name, 40)} ${visible(load.engine.version, 40)}`}
      </p>
      {samples ? <p id="samples" {...sayText(...samples)} /> : null}
      <MissingInstances load={load} />
      <Thresholds load={load} />
      <Charts load={load} />
      <LoadOperations operations={loadParts(load).flatMap(({ operations }) => operations)} />
      <Checks load={load} />
      <Settings load={load} />
    </section>
  );
}

function Thresholds({ load: { thresholds } }: { readonly load: LoadResult }) {
  if (thresholds.length === 0) return null;
  return (
    <ScrollingTable word="thresholds">
      <table id="thresholds">
        <caption {...say('thresholds')} />
        <thead>
          <tr>
            <th scope="col" {...say('metric')} />
            <th scope="col" {...say('expected')} />
            <th scope="col" class="number" {...say('measured')} />
            <th scope="col" {...say('verdict')} />
          </tr>
        </thead>
        <tbody>
          {thresholds.map(({ metric, expression, holds, actual }, index) => (
            <tr key={index}>
              <th scope="row">
                <code>{visible(metric, 120)}</code>
              </th>
              <td>
                <code>{visible(expression, 120)}</code>
              </td>
              <td class="number">{actual === null ? '–' : rate(actual)}</td>
              <td>
                <span class={`badge ${holds ? 'pass' : 'fail'}`} {...say(holds ? 'holds' : 'notHeld')} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollingTable>
  );
}

type ChartKey = 'requests' | 'instances' | 'failed' | 'p50' | 'p95' | 'bytes' | 'virtualUsers';

function Charts({ load }: { readonly load: LoadResult }) {
  if (load.series.length < 2) return null;
  const points = chartPoints(load.series);
  const times = points.map(({ second }) => second);
  const values = (key: ChartKey) => points.map((point) => point[key]);
  const parts = loadParts(load).map(({ part, series }) => ({ part, points: ratePoints(series) }));
  const lineOf = (part: LoadPart['part'], key: ChartKey, line: Omit<ChartLine, 'values'>): ChartLine[] =>
    parts.filter((one) => one.part === part).map((one) => ({ ...line, values: one.points.map((point) => point[key]) }));
  return (
    <div class="charts" id="throughput">
      <Chart
        title="throughput"
        times={times}
        format={rate}
        lines={[
          ...lineOf('load', 'requests', { word: 'requestsPerSecond', name: 'requests/s', tone: 'first' }),
          ...lineOf('readBack', 'requests', { word: 'readBackPerSecond', name: 'read back/s', tone: 'third' }),
          { word: 'failed', name: 'failed/s', tone: 'fail', values: values('failed') },
        ]}
      />
      <Chart
        title="instancesPerSecond"
        times={times}
        format={rate}
        lines={[
          ...lineOf('load', 'instances', { word: 'instancesPerSecond', name: 'instances/s', tone: 'first' }),
          ...lineOf('readBack', 'instances', { word: 'readBack', name: 'read back', tone: 'third' }),
        ]}
      />
      <Chart
        title="latency"
        times={times}
        format={duration}
        lines={[
          { word: null, name: 'p50', tone: 'first', values: values('p50') },
          { word: null, name: 'p95', tone: 'second', values: values('p95') },
        ]}
      />
      <Chart
        title="bytesPerSecond"
        times={times}
        format={bytes}
        lines={[
          ...lineOf('load', 'bytes', { word: 'bytesPerSecond', name: 'bytes/s', tone: 'first' }),
          ...lineOf('readBack', 'bytes', { word: 'readBackBytes', name: 'bytes/s read back', tone: 'third' }),
        ]}
      />
      <Chart
        title="virtualUsers"
        times={times}
        format={rate}
        lines={[{ word: 'virtualUsers', name: 'virtual users', tone: 'third', values: values('virtualUsers') }]}
      />
    </div>
  );
}

function Checks({ load: { checks } }: { readonly load: LoadResult }) {
  if (checks.length === 0) return null;
  return (
    <ScrollingTable word="checks">
      <table>
        <caption {...say('checks')} />
        <thead>
          <tr>
            <th scope="col" {...say('claim')} />
            <th scope="col" class="number" {...say('pass')} />
            <th scope="col" class="number" {...say('fail')} />
          </tr>
        </thead>
        <tbody>
          {checks.map(({ name, passes, fails }, index) => (
            <tr key={index}>
              <th scope="row" {...sayPhrase(name, 200)} />
              <td class="number">{count(passes)}</td>
              <td class={`number ${fails > 0 ? 'fail' : 'zero'}`}>{count(fails)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollingTable>
  );
}

function Settings({ load: { settings } }: { readonly load: LoadResult }) {
  return (
    <details class="rows" id="settings">
      <summary {...say('settings')} />
      <table>
        <tbody>
          {Object.entries(settings).map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{visible(name, 80)}</th>
              <td>
                <code>{visible(String(value), 200)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
