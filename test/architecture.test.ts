import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { test } from 'node:test';
import { globSync } from './support/glob.ts';

/**
 * Who may import whom: a room, and the rooms and packages that its files may import. A room that is not listed may
 * import anything. `node:` is always allowed.
 */
const RULES: Readonly<Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }>> = {
  'lib/breaches': { rooms: [], packages: [] },
  'lib/bytes': { rooms: [], packages: [] },
  'lib/dicom': { rooms: ['lib/bytes'], packages: ['dcmjs', 'dcmjs/dictionary'] },
  'lib/http': { rooms: ['lib/bytes', 'lib/errors', 'lib/target'], packages: [] },
  'lib/judges': {
    rooms: [
      'lib/answers',
      'lib/breaches',
      'lib/bytes',
      'lib/dicom',
      'lib/http',
      'lib/dicomweb',
      'lib/requirements',
      'lib/results',
      'lib/schemas',
      'lib/target',
    ],
    packages: ['ajv', 'pngjs', 'jpeg-js'],
  },
  'lib/load-engine': { rooms: [], packages: ['esbuild'] },
  'lib/portable': { rooms: [], packages: [] },
  'lib/reference-server': {
    rooms: ['lib/bytes', 'lib/dicom', 'lib/errors'],
    packages: ['@fastify/busboy', 'pngjs', 'jpeg-js'],
  },
  'lib/results': { rooms: ['lib/breaches', 'lib/requirements', 'lib/errors'], packages: ['ajv', 'ajv-formats'] },
  'lib/requirements': { rooms: [], packages: [] },
  reports: {
    rooms: ['lib/breaches', 'lib/results', 'lib/requirements', 'lib/errors', 'lib/dicom/dictionary.ts'],
    packages: ['preact', 'preact/jsx-runtime', 'preact-render-to-string', 'esbuild', 'har-format'],
  },
  scenarios: { rooms: ['lib', 'fixtures'], packages: ['@playwright/test', '@playwright/test/reporter'] },
  load: {
    rooms: ['lib/portable'],
    packages: ['k6', 'k6/http', 'k6/metrics', 'k6/execution', 'k6/data', 'k6/crypto', 'k6/encoding', 'k6/options'],
  },
};

/** Parts of `lib/http` that open sockets, and so are closed to judges. */
const SOCKETS = ['lib/http/transport', 'lib/dicomweb/client', 'lib/target/probe', 'lib/target/study-exists'];

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|import\('([^']+)'\)/g;

interface Import {
  readonly file: string;
  readonly target: string;
  readonly local: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(IMPORT)].flatMap((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    if (specifier.startsWith('node:')) return [];
    const local = specifier.startsWith('.');
    return { file, local, target: local ? normalize(join(dirname(file), specifier)) : specifier };
  });
}

const sources = ['lib', 'scenarios', 'load', 'fixtures', 'reports'].flatMap((folder) =>
  [...globSync(folder, '.ts'), ...globSync(folder, '.tsx')].filter((path) => !path.endsWith('.d.ts')),
);

function isIn(path: string, room: string): boolean {
  return !relative(room, path).startsWith('..');
}

test('every room imports only the rooms and packages that the design allows', () => {
  const breaches: string[] = [];
  let checked = 0;
  for (const [room, { rooms, packages }] of Object.entries(RULES)) {
    for (const file of sources.filter((path) => isIn(path, room))) {
      for (const { target, local } of importsOf(file)) {
        checked++;
        const allowed = local
          ? [room, ...rooms].some((other) => isIn(target, other))
          : packages.some((name) => target === name || target.startsWith(`${name}/`));
        if (!allowed) breaches.push(`${file} imports ${target}`);
      }
    }
  }
  assert.deepEqual(breaches, []);
  assert.ok(checked > 100, `only ${checked} imports were looked at`);
});

test('a judge never opens a socket', () => {
  const breaches = sources
    .filter((path) => isIn(path, 'lib/judges'))
    .flatMap((file) => importsOf(file))
    .filter(({ target }) => SOCKETS.some((module) => target.startsWith(module)))
    .map(({ file, target }) => `${file} imports ${target}`);
  assert.deepEqual(breaches, []);
  for (const file of sources.filter((path) => isIn(path, 'lib/judges'))) {
    assert.doesNotMatch(readFileSync(file, 'utf8'), /from 'node:(net|http|https|tls|dgram|child_process)'/, file);
  }
});

test('a load script and all that it imports runs in k6, which has nothing of Node', () => {
  const files = sources.filter((path) => isIn(path, 'load') || isIn(path, 'lib/portable'));
  for (const file of files) assert.doesNotMatch(readFileSync(file, 'utf8'), /'node:/, file);
  assert.ok(files.some((path) => isIn(path, 'lib/portable')));
});

test('no library code imports a load script', () => {
  const breaches = sources
    .filter((path) => !isIn(path, 'load'))
    .flatMap((file) => importsOf(file))
    .filter(({ target, local }) => local && isIn(target, 'load') && target.endsWith('.ts'))
    .map(({ file, target }) => `${file} imports ${target}`);
  assert.deepEqual(breaches, []);
});

test('no source file is longer than 400 lines', () => {
  const long = [...sources, ...globSync('test', '.ts')]
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > 400);
  assert.deepEqual(long, []);
});
