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
  'lib/bytes': { rooms: [], packages: [] },
  'lib/dicom': { rooms: ['lib/bytes'], packages: ['dcmjs', 'dcmjs/dictionary'] },
  'lib/http': { rooms: ['lib/bytes', 'lib/errors', 'lib/target'], packages: [] },
  'lib/judges': {
    rooms: [
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
  'lib/reference-server': {
    rooms: ['lib/bytes', 'lib/dicom', 'lib/errors'],
    packages: ['@fastify/busboy', 'pngjs', 'jpeg-js'],
  },
  'lib/results': { rooms: ['lib/requirements', 'lib/errors'], packages: ['ajv', 'ajv-formats'] },
  'lib/requirements': { rooms: [], packages: [] },
  reports: {
    rooms: ['lib/results', 'lib/requirements', 'lib/errors'],
    packages: ['preact', 'preact/jsx-runtime', 'preact-render-to-string', 'esbuild', 'har-format'],
  },
  scenarios: { rooms: ['lib', 'fixtures'], packages: ['@playwright/test', '@playwright/test/reporter'] },
  'lib/deletion': {
    rooms: ['lib/dicom', 'lib/dicomweb', 'lib/errors', 'lib/http', 'lib/judges'],
    packages: [],
  },
  'load/shared': {
    rooms: ['lib/deletion/decision.ts'],
    packages: ['k6', 'k6/http', 'k6/metrics', 'k6/execution', 'k6/data', 'k6/crypto', 'k6/encoding', 'k6/options'],
  },
};

/** Parts of `lib/http` that open sockets, and so are closed to judges. */
const SOCKETS = ['lib/http/transport', 'lib/dicomweb/client', 'lib/dicomweb/send', 'lib/target/probe', 'lib/deletion'];

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

test('no source file is longer than 400 lines', () => {
  const long = [...sources, ...globSync('test', '.ts')]
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > 400);
  assert.deepEqual(long, []);
});

/** The only files that send a DELETE: one in this process, and one in the load scripts, which run outside of it. */
const DELETERS = ['lib/deletion/send-delete.ts', 'load/delete.ts'];
/** Files that know the method without sending it: they refuse it, wait for it, or read that it was sent. */
const KNOW_DELETE = [
  'lib/dicomweb/client.ts',
  'lib/http/follow-ups.ts',
  'load/shared/answer.ts',
  'load/shared/redirect.ts',
  'reports/statement/transaction.ts',
  'scenarios/tutorial/delete.ts',
];
/** Rooms that are no client of a target: the embedded server, and the engine that runs scripts as k6 does. */
const NO_CLIENT = ['lib/reference-server', 'load/engine'];
/** Who may hand a request to a transport: those that put it together, and those that record what was sent. */
const MAY_SEND = ['lib/dicomweb/send.ts', 'lib/http/follow-ups.ts', 'lib/run/session.ts', 'lib/target/probe.ts'];
/** Rooms and files that open connections of their own. */
const OPEN_CONNECTIONS = ['lib/http', 'lib/load/null-sink.ts', 'lib/load/real-k6.ts'];

test('one place sends a DELETE, and it asks the decision first', () => {
  const clients = sources.filter((file) => !NO_CLIENT.some((room) => isIn(file, room)));
  const matching = (pattern: RegExp) => clients.filter((file) => pattern.test(readFileSync(file, 'utf8')));
  assert.deepEqual(matching(/(['"`])DELETE\1|\bhttp\.del\(/).sort(), [...DELETERS, ...KNOW_DELETE].sort());
  assert.deepEqual(matching(/method: ['"`]DELETE/).sort(), DELETERS);
  assert.deepEqual(matching(/\b(transport|plain)\.send\(/).sort(), MAY_SEND);
  const connecting = matching(/from 'node:(https?|http2|net|tls)'|\bfetch\(/);
  assert.deepEqual(
    connecting.filter((file) => !OPEN_CONNECTIONS.some((place) => isIn(file, place))),
    [],
  );
  const callers = clients.flatMap(importsOf).filter(({ target }) => target === 'lib/deletion/send-delete.ts');
  assert.deepEqual(callers.map(({ file }) => file).sort(), ['lib/deletion/deletions.ts', 'lib/deletion/try-delete.ts']);
  const script = importsOf('load/delete.ts').map(({ target }) => target);
  assert.ok(script.includes('lib/deletion/decision.ts'));
});
