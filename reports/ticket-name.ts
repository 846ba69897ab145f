import type { Cause } from '../lib/results/first-cause.ts';

/**
 * Path of the ticket of a cause in the run folder. `index` is its place among the causes, so files sort as the report does,
 * worst first. Ids come from results.json, so nothing but plain letters enters a path.
 */
export function ticketPath(index: number, { id }: Pick<Cause, 'id'>): string {
  return `tickets/${String(index + 1).padStart(3, '0')}-${id.replace(/[^A-Za-z0-9.-]/g, '_').slice(0, 80)}.md`;
}
