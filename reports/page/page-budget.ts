import type { Cause } from '../../lib/results/first-cause.ts';
import { exchangeText } from '../exchange-text.ts';

/** Characters of causes on a page; what they leave of 2 MB is for everything else. */
const BUDGET = 1_100_000;
/** A cause told briefly takes about this much, and beside its exchange, which is shown thrice, one told in full this. */
const BRIEF = 550;
const BASE = 15_000;
/** The gravest are told in full however many there are. */
const ALWAYS = 12;

/** Causes told in full, worst first, until the page is as large as it may be; the others are told briefly. */
export function detailedCauses(causes: readonly Cause[]): ReadonlySet<string> {
  const detailed = new Set<string>();
  let spent = BRIEF * causes.length;
  for (const { id, exchange } of causes) {
    spent += BASE + (exchange ? 3 * exchangeText(exchange).length : 0);
    if (spent > BUDGET && detailed.size >= ALWAYS) break;
    detailed.add(id);
  }
  return detailed;
}
