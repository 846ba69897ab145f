import type { Results } from '../lib/results/results.ts';
import { type RegisterEntry, registerEntries } from './register-entry.ts';

/** What became of a requirement in a run. */
export const SCOPES = ['judged', 'partly', 'notJudged', 'notPlayed', 'untestable'] as const;
export type Scope = (typeof SCOPES)[number];

/** Requirements of one service by what became of them. */
export interface ServiceScope {
  readonly service: string;
  readonly total: number;
  readonly counts: Readonly<Record<Scope, number>>;
}

/** What the run covered of the register, service by service; those that it judged something of come first. */
export function scopeByService(results: Results): ServiceScope[] {
  const all = [...registerEntries(results).values()];
  return [...new Set(all.map(({ service }) => service))]
    .map((service) => scopeOf(service, all))
    .toSorted((left, right) => Number(isOutside(left)) - Number(isOutside(right)));
}

/** The counts of several services added up. */
export function scopeTotal(scopes: readonly ServiceScope[]): Readonly<Record<Scope, number>> {
  return countsBy((scope) => scopes.reduce((sum, { counts }) => sum + counts[scope], 0));
}

function scopeOf(service: string, all: readonly RegisterEntry[]): ServiceScope {
  const here = all.filter((entry) => entry.service === service).map(scopeOfEntry);
  return { service, total: here.length, counts: countsBy((scope) => here.filter((one) => one === scope).length) };
}

/** `untestable`: no suite judges it; the register says why. */
function scopeOfEntry({ record, unjudged }: RegisterEntry): Scope {
  if (!record) return unjudged === null ? 'notPlayed' : 'untestable';
  if (record.verdict === 'incomplete') return 'notJudged';
  return Object.keys(record.notJudged).length > 0 ? 'partly' : 'judged';
}

function countsBy(count: (scope: Scope) => number): Record<Scope, number> {
  return Object.fromEntries(SCOPES.map((scope) => [scope, count(scope)])) as Record<Scope, number>;
}

function isOutside({ counts, total }: ServiceScope): boolean {
  return counts.notPlayed + counts.untestable === total;
}
