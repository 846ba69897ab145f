import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { BOUNDS } from '../../lib/bounds.ts';
import { formatBytes } from '../../lib/portable/size.ts';
import { globSync } from '../support/glob.ts';

type Bound = (typeof BOUNDS)[keyof typeof BOUNDS];

function quantity({ limit, unit }: Bound): string {
  if (unit === 'bytes') return formatBytes(limit);
  if (unit === 'pieces') return limit.toLocaleString('en');
  return limit < 3_600_000 ? `${limit / 1_000} seconds` : `${limit / 3_600_000} hours`;
}

/** The table of docs/bounds.md, as lib/bounds.ts has it. */
function table(): string {
  const rows = Object.values(BOUNDS).map((one) => `| ${one.holds} | ${quantity(one)} | ${one.told} |`);
  return ['| what | at most | how it is told |', '| --- | --- | --- |', ...rows].join('\n');
}

/** A table without what the formatter puts into it. */
function unpadded(text: string): string {
  return text.replace(/-{3,}/g, '---').replace(/ +/g, ' ').trim();
}

test('docs/bounds.md lists every bound as it is', () => {
  const text = readFileSync('docs/bounds.md', 'utf8');
  const listed = /<!-- bounds -->\n([\s\S]*?)\n?<!-- \/bounds -->/.exec(text)?.[1];
  assert.equal(unpadded(listed ?? ''), unpadded(table()), `the table should be:\n${table()}\n`);
});

test('every bound is used', () => {
  const files = ['lib', 'fixtures'].flatMap((folder) => globSync(folder, '.ts'));
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  for (const name of Object.keys(BOUNDS)) assert.ok(text.includes(`BOUNDS.${name}`), name);
});
