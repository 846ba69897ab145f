// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The order in which the register reads its files. */
const IMPORT = /from '\.\/(register\/[^']+\.json)'/g;
const TARGET = 'lib/requirements/requirement-ids.ts';

/**
 * The file that names each id of the register as a type, so that an editor completes it and the compiler refuses others.
 *
 * @param {string} checkout
 * @returns {{ path: string, text: string }}
 */
export function requirementIds(checkout) {
  const register = readFileSync(join(checkout, 'lib/requirements/register.ts'), 'utf8');
  const ids = [...register.matchAll(IMPORT)].flatMap(([, file]) =>
    JSON.parse(readFileSync(join(checkout, 'lib/requirements', String(file)), 'utf8')).map(
      (/** @type {{ id: string }} */ { id }) => id,
    ),
  );
  const union = ids
    .sort()
    .map((id) => `\n  | '${id}'`)
    .join('');
  const comment = '/** Every id of the register. Made by `node build/requirement-ids.js`; a test compares it. */';
  return { path: join(checkout, TARGET), text: `${comment}\nexport type RequirementId =${union};\n` };
}

// Bundled into the tests it is not what was started.
if (process.argv[1]?.endsWith('requirement-ids.js')) {
  const { path, text } = requirementIds(join(import.meta.dirname, '..'));
  writeFileSync(path, text);
}
