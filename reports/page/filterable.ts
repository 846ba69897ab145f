import type { RegisterEntry } from '../register-entry.ts';

/** Attributes by which the page's filters show or hide an element; several values are separated by a tab. */
interface Filterable {
  readonly 'data-filter': string;
}

/** Verdict, services and levels of what an element tells. */
export function filterable(verdict: string, requirements: readonly (RegisterEntry | undefined)[]): Filterable {
  const known = requirements.filter((entry) => entry !== undefined);
  const values = [verdict, ...known.map(({ service }) => service), ...known.map(({ level }) => level)];
  return { 'data-filter': [...new Set(values)].join('\t') };
}
