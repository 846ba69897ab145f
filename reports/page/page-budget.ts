import { exchangeText } from '../exchange-text.ts';
import type { Cause } from '../first-cause.ts';

/** Characters of exchanges and tickets on a page; what they leave of 2 MB is for everything else. */
const BUDGET = 900_000;
/** Beside its exchange, which a cause shows twice (on the page and in its ticket), a cause takes about this much. */
const BASE = 6_000;

/** Causes told in full, worst first, until the page is as large as it may be; the others are told briefly. */
export function detailedCauses(causes: readonly Cause[]): ReadonlySet<string> {
  const detailed = new Set<string>();
  let spent = 0;
  for (const { id, exchange } of causes) {
    spent += BASE + (exchange ? 2 * exchangeText(exchange).length : 0);
    if (spent > BUDGET) break;
    detailed.add(id);
  }
  return detailed;
}
