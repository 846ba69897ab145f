/** The pool: instances that the runner has prepared, or else the one that the script makes. */

import encoding from 'k6/encoding';
import { NAME_BYTES, type Name } from '../../lib/portable/identity.ts';
import type { PoolFile } from '../../lib/portable/pool-file.ts';
import { builtInNames, builtInTemplate } from './built-in.ts';
import type { PoolTemplate } from './pool-template.ts';
import { settings } from './settings.ts';

interface Pool {
  readonly templates: readonly PoolTemplate[];
  readonly names: readonly Name[];
}

function prepared(path: string): Pool {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const file = JSON.parse(open(path)) as PoolFile;
  return {
    templates: file.templates.map(({ file: name, ...rest }) => ({
      ...rest,
      bytes: new Uint8Array(open(folder + name, 'b')),
    })),
    names: file.names.map(({ text, bytes }) => {
      const decoded = new Uint8Array(encoding.b64decode(bytes));
      if (decoded.length !== NAME_BYTES) throw new Error(`${path}: the name ${text} is not ${NAME_BYTES} bytes long`);
      return { text, bytes: decoded };
    }),
  };
}

/** Read or made in init code, for each virtual user. */
export const pool: Pool =
  settings.pool === '' ? { templates: [builtInTemplate(settings.size)], names: builtInNames } : prepared(settings.pool);

const totalWeight = pool.templates.reduce((sum, { weight }) => sum + weight, 0);

/** Index of a template, chosen by the weights. `random` is a number from 0 to 1. */
export function pickTemplate(random: number): number {
  let left = random * totalWeight;
  for (let index = 0; index < pool.templates.length; index++) {
    left -= pool.templates[index]?.weight || 0;
    if (left < 0) return index;
  }
  return pool.templates.length - 1;
}

export function templateAt(index: number): PoolTemplate {
  const template = pool.templates[index];
  if (!template) throw new Error(`the pool has no template ${index}`);
  return template;
}
