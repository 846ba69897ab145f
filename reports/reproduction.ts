import type { ExchangeRecord, Results } from '../lib/results/results.ts';
import { visibleLines } from './visible-text.ts';

/** Operations of the tutorial that put the study on the server. */
const STORES = /^T0[123]\./;
const LONGEST = 4_000;

/**
 * Commands that repeat an exchange as it was. A run deletes what it stored, so the stores that went before come first:
 * without them every answer would be 404.
 */
export function reproduction({ exchanges, remains }: Results, exchange: ExchangeRecord): string {
  const line = visibleLines(exchange.curl, LONGEST);
  const before = exchanges.slice(0, exchanges.indexOf(exchange)).filter(isStore);
  if (before.length === 0 || remains.length > 0) return line;
  return [
    '# The run deleted what it had stored. In the folder of the run, to store it again:',
    ...before.map(({ curl }) => visibleLines(curl, LONGEST)),
    `# and then exchange ${visibleLines(exchange.id, 60)}:`,
    line,
  ].join('\n');
}

function isStore({ id, request, response }: ExchangeRecord): boolean {
  const stored = response !== null && response.status >= 200 && response.status < 300;
  return STORES.test(id) && request.method === 'POST' && typeof request.body?.file === 'string' && stored;
}
