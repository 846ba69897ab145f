import type { Exchange } from '../../lib/http/exchange.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';

const PAUSE_MS = 200;

/**
 * Asks, and asks again while the answer is not yet what it has to become, until `deadline` (of `Date.now()`). A server
 * may show a change a while after it has answered; the last answer is the one that counts.
 */
export async function askUntil(
  { pause }: ScenarioContext,
  deadline: number,
  ask: () => Promise<Exchange>,
  isSettled: (exchange: Exchange) => boolean,
): Promise<Exchange> {
  for (;;) {
    const exchange = await ask();
    if (isSettled(exchange) || Date.now() >= deadline) return exchange;
    await pause(PAUSE_MS);
  }
}
