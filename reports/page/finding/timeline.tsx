/** @jsxImportSource preact */
import type { ExchangeRecord } from '../../../lib/results/results.ts';
import { duration } from '../../quantity.ts';
import type { Step, Timeline as TimelineRecord } from '../../timeline.ts';
import { visible } from '../../visible-text.ts';
import { anchor } from '../anchor.ts';
import { say, sayText } from '../say.ts';
import { ScrollingTable } from '../scrolling-table.tsx';

interface TimelineProps {
  readonly timeline: TimelineRecord;
  readonly baseUrl: string;
  /** Exchanges that the page shows, so that a link can lead there. */
  readonly inlined: ReadonlySet<string>;
}

/** What was sent before, in order, with the exchange that shows the breach marked; nothing for a single exchange. */
export function Timeline({ timeline: { steps, left }, baseUrl, inlined }: TimelineProps) {
  if (steps.length < 2) return null;
  return (
    <details class="exchange">
      <summary>
        <span {...say('timeline')} /> <span class="faint">{steps.length + left}</span>
      </summary>
      <ScrollingTable word="timeline">
        <table class="timeline">
          <thead>
            <tr>
              <th scope="col" class="number" {...say('sinceStart')} />
              <th scope="col" {...say('request')} />
              <th scope="col" {...say('status')} />
              <th scope="col" class="number" {...say('took')} />
              <th scope="col" {...say('exchange')} />
            </tr>
          </thead>
          <tbody>
            {left > 0 ? (
              <tr>
                <td colSpan={5} class="faint" {...sayText(`${left} earlier`, `これより前に ${left} 件`)} />
              </tr>
            ) : null}
            {steps.map((step) => (
              <Row key={step.exchange.id} step={step} baseUrl={baseUrl} linked={inlined.has(step.exchange.id)} />
            ))}
          </tbody>
        </table>
      </ScrollingTable>
    </details>
  );
}

function Row({ step, baseUrl, linked }: { readonly step: Step; readonly baseUrl: string; readonly linked: boolean }) {
  const { exchange, at, milliseconds, shows } = step;
  const id = visible(exchange.id, 60);
  return (
    <tr class={shows ? 'shows' : undefined}>
      <td class="number">+{duration(at)}</td>
      <td>
        <code>
          {visible(exchange.request.method, 20)} {visible(shortPath(exchange.request.url, baseUrl), 160)}
        </code>
        {shows ? (
          <>
            {' '}
            <b class="here" {...say('showsIt')} />
          </>
        ) : null}
      </td>
      <td>{statusOf(exchange)}</td>
      <td class="number">{duration(milliseconds)}</td>
      <td>{linked ? <a href={`#${anchor('exchange', exchange.id)}`}>{id}</a> : id}</td>
    </tr>
  );
}

function statusOf({ response, failure }: ExchangeRecord): string {
  return response ? `${response.status} ${visible(response.reason, 40)}`.trim() : visible(failure?.code ?? '–', 40);
}

/** The path below the base URL, long UIDs cut in their middle: which study it is can be seen by the end. */
function shortPath(url: string, baseUrl: string): string {
  const path = url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url;
  return path.replace(/[0-2](?:\.\d+){2,}/g, (uid) => (uid.length > 24 ? `${uid.slice(0, 8)}…${uid.slice(-6)}` : uid));
}
