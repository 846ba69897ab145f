import type { ExchangeRecord, Results } from '../lib/results/results.ts';
import { visibleLines } from './visible-text.ts';

/** Operations of the tutorial that put the study on the server. */
const STORES = /^T0[123]\./;
const LONGEST = 4_000;

/** The command that repeats an exchange. */
export function curlOf({ curl }: ExchangeRecord): string {
  return visibleLines(curl, LONGEST);
}

/**
 * Commands that put back what a run stored and deleted again: without them every later request would be answered 404.
 * Empty where it is still there, or was never stored.
 */
export function storedAgain({ exchanges, remains }: Results, before: ExchangeRecord | null): string {
  if (remains.length > 0) return '';
  const earlier = before ? exchanges.slice(0, exchanges.indexOf(before)) : exchanges;
  return earlier.filter(isStore).map(curlOf).join('\n');
}

/** Commands that repeat an exchange as it was, after the stores that went before it. */
export function reproduction(results: Results, exchange: ExchangeRecord): string {
  const stores = storedAgain(results, exchange);
  if (stores === '') return curlOf(exchange);
  return [
    '# The run deleted what it had stored. In the folder of the run, to store it again:',
    stores,
    `# and then exchange ${visibleLines(exchange.id, 60)}:`,
    curlOf(exchange),
  ].join('\n');
}

function isStore({ id, request, response }: ExchangeRecord): boolean {
  const stored = response !== null && response.status >= 200 && response.status < 300;
  return STORES.test(id) && request.method === 'POST' && typeof request.body?.file === 'string' && stored;
}
