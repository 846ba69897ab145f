import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { commandLinesOf, harness, smallStudy, start, temporaryFolder } from '../cli/program.ts';
import { allBytesIn } from '../cli/run-folder.ts';
import { startGate, startProxy } from './servers.ts';
import type { Env } from './world.ts';

const CANARY = {
  token: 'canary-token-7f3a91c2',
  password: 'canary/password 7f3a91c2',
  key: 'canary-key-of-a-gateway',
  short: 'canary-k',
  proxy: 'canary-proxy-7f3a91c2',
};

interface Kind {
  readonly name: string;
  readonly env: (folder: string) => Env;
  /** Fields of the target in the configuration file. */
  readonly headers?: Readonly<Record<string, { readonly env: string }>>;
  readonly sends: Readonly<Record<string, string>>;
  /** Reached through a proxy that wants a password. */
  readonly isProxied?: true;
}

function file(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const BEARER = { authorization: `Bearer ${CANARY.token}` };

/** The other kinds, an OAuth client and a key with its passphrase, are in runs.test.ts. */
const KINDS: readonly Kind[] = [
  {
    name: 'a token, a headers file beside it and the password of a proxy',
    env: (folder) => ({
      DICOMWEB_TOKEN: CANARY.token,
      DICOMWEB_HEADERS_FILE: file(folder, 'h.json', JSON.stringify({ 'X-Gate': CANARY.key, 'X-Short': CANARY.short })),
    }),
    sends: { ...BEARER, 'x-gate': CANARY.key, 'x-short': CANARY.short },
    isProxied: true,
  },
  {
    name: 'a token in a file, and a header field of the configuration in a variable',
    env: (folder) => ({ DICOMWEB_TOKEN_FILE: file(folder, 'token', CANARY.token), GATE: CANARY.key }),
    headers: { 'X-Gate': { env: 'GATE' } },
    sends: { ...BEARER, 'x-gate': CANARY.key },
  },
  {
    name: 'a token of a command',
    env: (folder) => ({ DICOMWEB_TOKEN_COMMAND: `cat ${file(folder, 'token', CANARY.token)}` }),
    sends: BEARER,
  },
  {
    name: 'a password',
    env: () => ({ DICOMWEB_USER: 'me', DICOMWEB_PASSWORD: CANARY.password }),
    sends: { authorization: `Basic ${Buffer.from(`me:${CANARY.password}`).toString('base64')}` },
  },
  {
    name: 'a headers file alone',
    env: (folder) => ({ DICOMWEB_HEADERS_FILE: file(folder, 'h.json', JSON.stringify({ 'X-Gate': CANARY.key })) }),
    sends: { 'x-gate': CANARY.key },
  },
];

/** A server that finds nothing of what it stored, and echoes the credentials of every request. */
async function surroundings(t: TestContext, { env, headers, sends, isProxied }: Kind) {
  const server = await startReferenceServer({ faults: ['search-ignores-every-key'] });
  const gate = await startGate(server.baseUrl, {
    echoes: true,
    admits: (sent) => Object.entries(sends).every(([name, value]) => sent[name] === value),
  });
  const proxy = await startProxy(`porter:${CANARY.proxy}`);
  t.after(async () => {
    for (const each of [gate, proxy]) each.close();
    await server.close();
  });
  const folder = temporaryFolder(t);
  const cwd = join(folder, 'work');
  mkdirSync(cwd);
  const url = `http://127.0.0.1:${gate.port}${new URL(server.baseUrl).pathname.replace(/\/$/, '')}`;
  file(cwd, 'dicomweb-harness.config.json', JSON.stringify({ target: { url, ...(headers ? { headers } : {}) } }));
  const through = isProxied ? { HTTP_PROXY: `http://porter:${CANARY.proxy}@127.0.0.1:${proxy.port}` } : {};
  return { cwd, env: { ...env(folder), ...through }, gate, folder };
}

/** A secret as it may be written. */
function formsOf(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -1),
    Buffer.from(`me:${secret}`).toString('base64'),
    Buffer.from(`porter:${secret}`).toString('base64'),
  ];
}

function assertNone(texts: readonly (readonly [where: string, text: string])[]): void {
  const forms = Object.values(CANARY).flatMap(formsOf);
  const found = texts.flatMap(([where, text]) =>
    forms.filter((form) => text.includes(form)).map((form) => `${where}: ${form}`),
  );
  assert.deepEqual(found, []);
}

for (const kind of KINDS) {
  test(`nothing that a run leaves or says holds ${kind.name}`, async (t) => {
    const { cwd, env, gate, folder } = await surroundings(t, kind);
    const played = async (name: string, args: readonly string[]): Promise<void> => {
      const program = start([...args, '--out', join(cwd, name)], { cwd, env });
      const commandLines = new Set<string>();
      const watching = setInterval(() => {
        for (const line of commandLinesOf(program.child.pid)) commandLines.add(line);
      }, 100);
      const { stdout, stderr } = await program.ended;
      clearInterval(watching);
      const said = [stdout, stderr, ...commandLines].map((text) => [`what ${name} says`, text] as const);
      const files = allBytesIn(join(cwd, name));
      assert.ok(
        files.some(([path]) => path.endsWith('results.json')),
        stderr,
      );
      assertNone([...said, ...files]);
    };
    const scenarios = ['T01', 'T06', 'T12', 'challenge', 'faulty-path'].flatMap((id) => ['--scenario', id]);
    const study = smallStudy(temporaryFolder(t));
    await played('conformance', ['conformance', ...scenarios, '--dataset', study, '--evidence', 'all', '--verbose']);
    const wanted = Object.keys(kind.sends);
    const authorized = gate.seen.filter(({ headers }) => wanted.every((name) => headers[name] !== undefined));
    assert.ok(authorized.length > 10, `${authorized.length} requests with the credentials`);
    await played('load', [
      'load',
      'qido',
      '--engine',
      'embedded',
      '--duration',
      '1s',
      '--size',
      '4KiB',
      '--sample',
      '1',
    ]);
    for (const command of ['config', 'doctor']) {
      const { stdout, stderr } = await harness([command], { cwd, env });
      assertNone([[command, stdout + stderr]]);
    }
    assert.ok(folder !== cwd, 'the files of the secrets are not among what is looked at');
  });
}
