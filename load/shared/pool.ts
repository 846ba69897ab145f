/** The instances that a run stamps from: prepared by the runner, or the one that the script makes itself. */

import encoding from 'k6/encoding';
import { builtInNames, builtInTemplate } from './built-in.ts';
import { NAME_BYTES, type Name } from './identity.ts';
import type { InstanceTemplate, Layout } from './layout.ts';
import { settings } from './settings.ts';

/** `pool.json`, with the files that it names beside it. */
export interface PoolFile {
  readonly templates: readonly {
    readonly file: string;
    readonly modality: string;
    readonly transferSyntax: string;
    readonly weight: number;
    readonly frameBytes: number;
    readonly layout: Layout;
  }[];
  /** Bytes in base 64, filled to `NAME_BYTES`. */
  readonly names: readonly { readonly text: string; readonly bytes: string }[];
}

export interface Pool {
  readonly templates: readonly InstanceTemplate[];
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
      if (decoded.length !== NAME_BYTES) throw new Error(`${path}: the name ${text} has not ${NAME_BYTES} bytes`);
      return { text, bytes: decoded };
    }),
  };
}

/** Read or made in init code, once for each virtual user. */
export const pool: Pool =
  settings.pool === '' ? { templates: [builtInTemplate(settings.size)], names: builtInNames } : prepared(settings.pool);

const totalWeight = pool.templates.reduce((sum, { weight }) => sum + weight, 0);

/** Index of a template, each as often as its weight says. `random` is from 0 to 1. */
export function pickTemplate(random: number): number {
  let left = random * totalWeight;
  for (let index = 0; index < pool.templates.length; index++) {
    left -= pool.templates[index]?.weight || 0;
    if (left < 0) return index;
  }
  return pool.templates.length - 1;
}

export function templateAt(index: number): InstanceTemplate {
  const template = pool.templates[index];
  if (!template) throw new Error(`the pool has no template ${index}`);
  return template;
}
