import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { globSync } from './glob.ts';

/** Which files of `lib/judges` and of the steps of scenarios name each requirement, as its row has them in `judges`. */
export function judgesOfRequirements(): Record<string, readonly string[]> {
  const judges = new Map<string, Set<string>>();
  for (const folder of ['lib/judges', 'scenarios/steps']) {
    for (const file of globSync(folder, '.ts')) {
      const name = relative(folder === 'lib/judges' ? folder : 'scenarios', file).replace(/\.ts$/, '');
      for (const [, id] of readFileSync(file, 'utf8').matchAll(/'([A-Z][A-Z-]*-\d{3})'/g)) {
        if (id !== undefined) judges.set(id, (judges.get(id) ?? new Set()).add(name));
      }
    }
  }
  return Object.fromEntries([...judges].map(([id, files]) => [id, [...files].sort()]));
}
