import type { Finding } from '../lib/results/finding.ts';
import type { ExchangeRecord } from '../lib/results/results.ts';

/**
 * The exchange that shows what a finding tells first. Of several, judges name the one they speak of (`T01.4: 404 Not
 * Found`); else it is the one with the status that was seen, or the one that broke off, and else the first.
 */
export function tellingExchange(
  { exchanges: ids, violations: [first] }: Finding,
  exchanges: ReadonlyMap<string, ExchangeRecord>,
): ExchangeRecord | undefined {
  const looked = ids.flatMap((id) => exchanges.get(id) ?? []);
  const named =
    first && looked.find(({ id }) => first.actual.startsWith(`${id}: `) || first.expected.includes(`(${id})`));
  if (named) return named;
  const telling = looked.find(({ response, failure }) =>
    first?.where.kind === 'status' ? hasStatus(first.actual, response?.status) : failure !== null,
  );
  return telling ?? looked[0];
}

function hasStatus(text: string, status: number | undefined): boolean {
  return status !== undefined && new RegExp(`(?<![\\w./-])${status}\\b`).test(text);
}
