/** Parts of a mixed load. */
import { settings } from './settings.ts';

/** The share (0 to 1) of each part that is named, from PROPORTIONS; all of them have to be there. */
export function proportions<const Name extends string>(names: readonly Name[]): { readonly [name in Name]: number } {
  const weights: { [name: string]: number } = {};
  for (const entry of settings.proportions.split(',')) {
    const [name = '', weight = ''] = entry.split(':');
    weights[name.trim()] = Number(weight);
  }
  const given = Object.keys(weights).sort().join(', ');
  if (given !== [...names].sort().join(', ') || !names.every((name) => (weights[name] || 0) > 0)) {
    throw new Error(`PROPORTIONS is "${settings.proportions}": weights above 0 of ${names.join(', ')} are needed`);
  }
  const total = names.reduce((sum, name) => sum + (weights[name] || 0), 0);
  const shares = {} as { [name in Name]: number };
  for (const name of names) shares[name] = (weights[name] || 0) / total;
  return shares;
}
