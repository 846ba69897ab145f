import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { test } from 'node:test';
import { globSync } from './support/glob.ts';
import { cyclesIn, type Graph, importsOf } from './support/import-graph.ts';

interface Rule {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

/** What every judge may read: exchanges, what they hold, what was stored, and what the target claims. */
const READING = [
  'lib/breaches',
  'lib/bytes',
  'lib/dicom',
  'lib/dicomweb',
  'lib/http',
  'lib/results',
  'lib/schemas',
  'lib/target',
];

/** The judges by the part of the standard that they judge, and which of the others each builds on. */
const JUDGES: Readonly<Record<string, readonly string[]>> = {
  'lib/judges/http': [],
  'lib/judges/json': [],
  'lib/judges/multipart': [],
  'lib/judges/search': ['lib/judges/json'],
  'lib/judges/store': ['lib/judges/http', 'lib/judges/json', 'lib/judges/search'],
  'lib/judges/retrieve': ['lib/judges/json', 'lib/judges/search'],
  'lib/judges/delete': [],
  'lib/judges/rendered': [],
};

/** Who may import whom: each room, and the other rooms and the packages that its files may import. */
const RULES: Readonly<Record<string, Rule>> = {
  'lib/harness.ts': { rooms: [], packages: [] },
  'lib/bounds.ts': { rooms: [], packages: [] },
  'lib/bytes': { rooms: [], packages: [] },
  'lib/errors': { rooms: [], packages: [] },
  'lib/requirements': { rooms: [], packages: [] },
  'lib/portable': { rooms: [], packages: [] },
  'lib/load-engine': { rooms: ['lib/harness.ts', 'lib/connection'], packages: ['esbuild'] },
  'lib/dicom': { rooms: ['lib/bytes'], packages: ['dcmjs', 'dcmjs/dictionary'] },
  'lib/schemas': { rooms: ['lib/dicom'], packages: ['ajv'] },
  'lib/breaches': { rooms: [], packages: [] },
  'lib/results': {
    rooms: ['lib/breaches', 'lib/dicom', 'lib/requirements', 'lib/errors'],
    packages: ['ajv', 'ajv-formats'],
  },
  'lib/connection': { rooms: [], packages: [] },
  'lib/target': { rooms: ['lib/errors', 'lib/connection', 'lib/target/tokens'], packages: ['ajv'] },
  'lib/target/tokens': { rooms: ['lib/errors', 'lib/connection'], packages: [] },
  'lib/http': { rooms: ['lib/bytes', 'lib/connection', 'lib/target'], packages: [] },
  'lib/config': { rooms: ['lib/errors', 'lib/target'], packages: [] },
  'lib/dicomweb': { rooms: ['lib/harness.ts', 'lib/bytes', 'lib/http', 'lib/target'], packages: [] },
  'lib/reproduction': {
    rooms: ['lib/harness.ts', 'lib/errors', 'lib/breaches', 'lib/bytes', 'lib/dicom', 'lib/http', 'lib/results'],
    packages: [],
  },
  'lib/deletion': {
    rooms: ['lib/answers', 'lib/dicom', 'lib/dicomweb', 'lib/errors', 'lib/http', 'lib/portable'],
    packages: [],
  },
  'lib/probe': {
    rooms: ['lib/bytes', 'lib/deletion', 'lib/dicom', 'lib/dicomweb', 'lib/http', 'lib/target'],
    packages: [],
  },
  'lib/pixels': { rooms: [], packages: ['jpeg-js'] },
  'lib/answers': { rooms: [...READING, 'lib/pixels'], packages: ['pngjs', 'jpeg-js', 'fast-xml-parser'] },
  'lib/judges': { rooms: [...READING, 'lib/answers'], packages: [] },
  ...Object.fromEntries(
    Object.entries(JUDGES).map(([room, others]) => [
      room,
      { rooms: [...READING, 'lib/answers', 'lib/judges', ...others], packages: [] },
    ]),
  ),
  'lib/reference-server': {
    rooms: ['lib/bytes', 'lib/dicom', 'lib/pixels'],
    packages: ['@fastify/busboy', 'pngjs', 'jpeg-js'],
  },
  'lib/synthesis': { rooms: ['lib/bytes', 'lib/dicom', 'lib/portable'], packages: ['@faker-js/faker'] },
  fixtures: { rooms: ['lib/bytes', 'lib/dicom', 'lib/errors'], packages: [] },
  'lib/run': {
    rooms: [
      'lib/connection',
      ...['lib/harness.ts', 'lib/bytes', 'lib/errors', 'lib/requirements', 'lib/dicom', 'lib/results', 'lib/target'],
      ...['lib/http', 'lib/dicomweb', 'lib/deletion', 'lib/probe', 'lib/answers', 'lib/breaches', 'fixtures'],
    ],
    packages: ['pngjs'],
  },
  scenarios: {
    rooms: [
      ...['lib/bytes', 'lib/dicom', 'lib/results', 'lib/target', 'lib/http', 'lib/dicomweb', 'lib/answers'],
      ...['lib/judges', ...Object.keys(JUDGES), 'lib/run', 'lib/errors', 'lib/requirements', 'fixtures'],
    ],
    packages: ['@playwright/test'],
  },
  load: { rooms: ['lib/portable'], packages: ['k6'] },
  'lib/load': {
    rooms: [
      'lib/connection',
      ...['lib/harness.ts', 'lib/bytes', 'lib/errors', 'lib/requirements', 'lib/dicom', 'lib/results', 'lib/target'],
      ...['lib/http', 'lib/dicomweb', 'lib/deletion', 'lib/probe', 'lib/answers', 'lib/judges/json'],
      ...[
        'lib/judges/multipart',
        'lib/judges/retrieve',
        'lib/run',
        'lib/synthesis',
        'lib/portable',
        'lib/load-engine',
        'load',
      ],
    ],
    packages: ['ajv', 'esbuild'],
  },
  reports: {
    rooms: ['lib/breaches', 'lib/dicom', 'lib/results', 'lib/requirements', 'lib/errors', 'lib/reproduction'],
    packages: ['preact', 'preact-render-to-string', 'har-format'],
  },
  'lib/init': { rooms: ['lib/config', 'lib/errors'], packages: [] },
  'lib/doctor': {
    rooms: [
      ...['lib/answers', 'lib/connection', 'lib/deletion', 'lib/dicom', 'lib/dicomweb', 'lib/http', 'lib/load'],
      ...['lib/portable', 'lib/probe', 'lib/run', 'lib/target', 'fixtures'],
    ],
    packages: [],
  },
  'lib/cli': {
    rooms: [
      'lib/connection',
      ...['lib/harness.ts', 'lib/errors', 'lib/requirements', 'lib/dicom', 'lib/results', 'lib/target', 'lib/run'],
      ...['lib/config', 'lib/doctor', 'lib/init'],
      ...['lib/load', 'lib/synthesis', 'lib/reference-server', 'lib/portable', 'fixtures', 'scenarios', 'reports'],
      'lib/reproduction',
    ],
    packages: ['commander'],
  },
  'lib/library': {
    rooms: [
      ...['lib/bytes', 'lib/dicom', 'lib/http', 'lib/target', 'lib/dicomweb', 'lib/answers', 'lib/errors'],
      ...['lib/breaches', 'lib/requirements', 'lib/results', 'lib/deletion', 'lib/probe', 'lib/portable'],
      ...['lib/judges', ...Object.keys(JUDGES), 'lib/run', 'lib/load', 'lib/synthesis', 'lib/reference-server'],
      ...['lib/config', 'fixtures', 'scenarios', 'reports'],
    ],
    packages: ['@playwright/test'],
  },
};

/** What every room may import: the bounds of a run stand in one place. */
const EVERYWHERE = ['lib/bounds.ts'];

/** Parts of `lib/http` that open sockets, and so are closed to judges. */
const SOCKETS = [
  'lib/connection',
  'lib/http/transport',
  'lib/http/plain-transport',
  'lib/dicomweb/client',
  'lib/dicomweb/send',
  'lib/probe',
  'lib/deletion',
];

const sources = ['lib', 'scenarios', 'load', 'fixtures', 'reports'].flatMap((folder) =>
  [...globSync(folder, '.ts'), ...globSync(folder, '.tsx')].filter((path) => !path.endsWith('.d.ts')),
);

function isIn(path: string, room: string): boolean {
  return !relative(room, path).startsWith('..');
}

/** The innermost room that a file lies in. */
function roomOf(path: string): string | undefined {
  return Object.keys(RULES)
    .filter((room) => isIn(path, room))
    .sort((one, other) => other.length - one.length)[0];
}

/** Which nodes import which others, for nodes that `nodeOf` makes of files. */
function graphOf(nodeOf: (file: string) => string | undefined): Graph {
  const graph = new Map<string, Set<string>>();
  for (const { file, target, local } of sources.flatMap(importsOf)) {
    const [from, to] = [nodeOf(file), local ? nodeOf(target) : undefined];
    if (from === undefined || to === undefined || from === to) continue;
    graph.set(from, (graph.get(from) ?? new Set()).add(to));
  }
  return graph;
}

test('every folder with sources is a room of the list, and every room of the list has sources', () => {
  const folders = readdirSync('lib', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const missing = [...folders.map(({ name }) => `lib/${name}`), 'scenarios', 'load', 'fixtures', 'reports'].filter(
    (folder) => !(folder in RULES),
  );
  assert.deepEqual(missing, []);
  assert.deepEqual(
    sources.filter((file) => roomOf(file) === undefined),
    [],
  );
  assert.deepEqual(
    Object.keys(RULES).filter((room) => !sources.some((file) => roomOf(file) === room)),
    [],
  );
});

test('a cycle is found', () => {
  const graph = new Map([
    ['a', new Set(['b'])],
    ['b', new Set(['c', 'd'])],
    ['c', new Set(['b'])],
  ]);
  assert.deepEqual(cyclesIn(graph), ['b → c → b']);
});

test('no file imports itself through others', () => {
  assert.deepEqual(cyclesIn(graphOf((file) => file)), []);
});

test('no room imports itself through others', () => {
  assert.deepEqual(cyclesIn(graphOf(roomOf)), []);
});

test('every room imports only the rooms and packages that the design allows', () => {
  const imports = sources.flatMap(importsOf);
  const breaches = imports
    .filter(({ file, target, local }) => {
      const { rooms, packages } = RULES[roomOf(file) ?? ''] ?? { rooms: [], packages: [] };
      return local
        ? ![roomOf(file), ...rooms, ...EVERYWHERE].includes(roomOf(target))
        : !packages.some((name) => target === name || target.startsWith(`${name}/`));
    })
    .map(({ file, target }) => `${file} imports ${target}`);
  assert.deepEqual(breaches, []);
  assert.ok(imports.length > 1000, `only ${imports.length} imports were looked at`);
});

test('a judge never opens a socket', () => {
  const judges = sources.filter((path) => isIn(path, 'lib/judges') || isIn(path, 'lib/answers'));
  const breaches = judges
    .flatMap(importsOf)
    .filter(({ target }) => SOCKETS.some((module) => target.startsWith(module)))
    .map(({ file, target }) => `${file} imports ${target}`);
  assert.deepEqual(breaches, []);
  for (const file of judges) {
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

test('no folder holds more than 40 files', () => {
  const sizes = new Map<string, number>();
  for (const folder of [...sources, ...globSync('test', '.ts')].map((file) => dirname(file))) {
    sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  }
  const crowded = [...sizes].filter(([, size]) => size > 40).map(([folder, size]) => `${folder}: ${size}`);
  assert.deepEqual(crowded, []);
});

/** The only files that send a DELETE: one in this process, and one in the load scripts, which run outside of it. */
const DELETERS = ['lib/deletion/send-delete.ts', 'load/delete.ts'];
/** Files that know the method without sending it: they refuse it, wait for it, or read that it was sent. What the scripts of lib/reproduction delete, bash decides by what they stored. */
const KNOW_DELETE = [
  'lib/dicomweb/client.ts',
  'lib/http/follow-ups.ts',
  'lib/reproduction/sequence.ts',
  'lib/results/transaction.ts',
  'load/shared/answer.ts',
  'load/shared/redirect.ts',
  'scenarios/tutorial/delete.ts',
];
/** Rooms that are no client of a target: the embedded server, and the engine that runs scripts as k6 does. */
const NO_CLIENT = ['lib/reference-server', 'lib/load-engine'];
/** Who may hand a request to a transport: those that put it together, that decide how, and that record what was sent. */
const MAY_SEND = [
  'lib/dicomweb/send.ts',
  'lib/http/authorization.ts',
  'lib/http/follow-ups.ts',
  'lib/http/hurry.ts',
  'lib/http/patience.ts',
  'lib/http/read-only.ts',
  'lib/probe/probe.ts',
  'lib/run/session.ts',
];
/** Rooms and files that open connections of their own. */
const OPEN_CONNECTIONS = [
  'lib/connection',
  'lib/http',
  'lib/load/k6-connection.ts',
  'lib/load/null-sink.ts',
  'lib/load/real-k6.ts',
];

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
  assert.deepEqual(
    callers.map(({ file }) => file).sort(),
    ['deletions', 'trial-delete', 'try-delete'].map((name) => `lib/deletion/${name}.ts`),
  );
  const script = importsOf('load/delete.ts').map(({ target }) => target);
  assert.ok(script.includes('lib/portable/deletion-decision.ts'));
});
