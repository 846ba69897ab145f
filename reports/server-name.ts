import type { Results, TargetRecord } from '../lib/results/results.ts';
import { visible } from './visible-text.ts';

/** The target as it names itself; its address where it does not. */
export function serverName({ target }: Results): string {
  const names = namesOf(target).map((name) => visible(name, 120));
  return names.length > 0 ? names.slice(0, 4).join(', ') : visible(target.baseUrl, 200);
}

/** Whether the target names itself. */
export function isNamed({ target }: Results): boolean {
  return namesOf(target).length > 0;
}

function namesOf({ names }: TargetRecord): string[] {
  return names.filter((name) => name.trim() !== '');
}

/** Seconds that the run took. */
export function runSeconds({ run }: Results): number {
  return Math.max(0, (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000);
}
