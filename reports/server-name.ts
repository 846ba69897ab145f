import type { Results, TargetRecord } from '../lib/results/results.ts';
import { visible } from './visible-text.ts';

/** The product as the user names it, or as it names itself; its address where nobody does. */
export function serverName({ target }: Results): string {
  const { product, productVersion } = target.stated ?? {};
  if (product !== undefined) return visible([product, productVersion].filter(Boolean).join(' '), 200);
  const names = namesOf(target).map((name) => visible(name, 120));
  return names.length > 0 ? names.slice(0, 4).join(', ') : visible(target.baseUrl, 200);
}

/** Whether the user or the target itself names it. */
export function isNamed({ target }: Results): boolean {
  return target.stated?.product !== undefined || namesOf(target).length > 0;
}

function namesOf({ names }: TargetRecord): string[] {
  return names.filter((name) => name.trim() !== '');
}

/** Seconds that the run took. */
export function runSeconds({ run }: Results): number {
  return Math.max(0, (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000);
}
