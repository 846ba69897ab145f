import type { Cause } from '../lib/results/first-cause.ts';
import type { ExchangeRecord, Results } from '../lib/results/results.ts';

/** An exchange on the way to a problem. */
export interface Step {
  readonly exchange: ExchangeRecord;
  /** Milliseconds from the first step to the request of this one. */
  readonly at: number;
  readonly milliseconds: number;
  /** Set on the exchange that shows the breach. */
  readonly shows: boolean;
}

export interface Timeline {
  readonly steps: readonly Step[];
  /** Earlier steps that are not listed. */
  readonly left: number;
}

const MOST_STEPS = 10;
/** Methods that change nothing on a server (RFC 9110 §9.2.1). */
const SAFE = ['GET', 'HEAD', 'OPTIONS'];
/** Scenarios of the tutorial share a study; every other one stores its own. */
const OF_TUTORIAL = /^T\d\d\./;

/**
 * Makes the exchanges that lead to a cause, in the order of play: what was stored and deleted before of the study that
 * is asked for, what the finding looked at, and the exchange that shows the breach last or where it stood.
 */
export function timelines(results: Results): (cause: Cause) => Timeline {
  const order = new Map(results.exchanges.map(({ id }, index) => [id, index]));
  const changes = results.exchanges.filter(({ request }) => !SAFE.includes(request.method));
  return ({ exchange, lead }) => {
    if (!exchange) return { steps: [], left: 0 };
    const shown = order.get(exchange.id) ?? 0;
    const isBefore = ({ id }: ExchangeRecord) => (order.get(id) ?? 0) < shown;
    const looked = new Set(lead.finding.exchanges);
    const before = new Set(
      changes.filter((change) => isBefore(change) && prepares(change, exchange)).map(({ id }) => id),
    );
    const steps = results.exchanges.filter(({ id }) => id === exchange.id || looked.has(id) || before.has(id));
    const last = steps.slice(-MOST_STEPS);
    const listed = last.includes(exchange) ? last : [exchange, ...last.slice(1)];
    const start = Date.parse(listed[0]?.timings.startedAt ?? '');
    return {
      steps: listed.map((step) => ({
        exchange: step,
        at: Math.max(0, Date.parse(step.timings.startedAt) - start) || 0,
        milliseconds: step.timings.end,
        shows: step.id === exchange.id,
      })),
      left: steps.length - listed.length,
    };
  };
}

/** Whether a change may be why an answer is as it is: it is of the same scenario, or of the study that is asked for. */
function prepares(change: ExchangeRecord, asked: ExchangeRecord): boolean {
  if (scenarioOf(change.id) === scenarioOf(asked.id)) return true;
  const study = studyOf(asked.request.url);
  if (study === null) return OF_TUTORIAL.test(change.id) && OF_TUTORIAL.test(asked.id);
  return change.request.url.includes(study) || (change.response?.body?.excerpt ?? '').includes(study);
}

/** Ids of exchanges are the scenario's with a number. */
function scenarioOf(id: string): string {
  return id.slice(0, id.lastIndexOf('.'));
}

function studyOf(url: string): string | null {
  return /\/studies\/([0-9.]{5,64})/.exec(url)?.[1] ?? /[?&]StudyInstanceUID=([0-9.]{5,64})/.exec(url)?.[1] ?? null;
}
