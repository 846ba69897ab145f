import type { Harm } from '../../lib/breaches/harm.ts';
import type { RegisterEntry } from '../register-entry.ts';

/** Attributes by which the page's filters show or hide an element; several values are separated by a tab. */
interface Filterable {
  readonly 'data-filter': string;
}

/** Verdict, services and levels of what an element tells, and the harms that it tells of. */
export function filterable(
  verdict: string,
  requirements: readonly (RegisterEntry | undefined)[],
  harms: readonly Harm[] = [],
): Filterable {
  const known = requirements.filter((entry) => entry !== undefined);
  const values = [verdict, ...known.map(({ service }) => service), ...known.map(({ level }) => level), ...harms];
  return { 'data-filter': [...new Set(values)].join('\t') };
}
