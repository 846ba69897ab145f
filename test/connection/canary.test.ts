import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { writeRun } from '../../lib/cli/write-run.ts';
import { Progress } from '../../lib/load/progress.ts';
import type { LoadRequest } from '../../lib/load/request/load-request.ts';
import { planOf } from '../../lib/load/request/plan-of.ts';
import { runLoad } from '../../lib/load/run-load.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import type { Results } from '../../lib/results/results.ts';
import { parseMix } from '../../lib/synthesis/mix.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { terminalSummary } from '../../reports/terminal.ts';
import { commandLinesOf, harness, smallStudy, start, temporaryFolder } from '../cli/program.ts';
import { allBytesIn } from '../cli/run-folder.ts';
import { runInProcess } from '../run/run-in-process.ts';
import { ofTheDay } from '../support/drawn.ts';
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
  /** Played by processes of its own: needed where a configuration file or a proxy is part of it. */
  readonly isStarted?: true;
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
    isStarted: true,
  },
  {
    name: 'a token in a file, and a header field of the configuration in a variable',
    env: (folder) => ({ DICOMWEB_TOKEN_FILE: file(folder, 'token', CANARY.token), GATE: CANARY.key }),
    headers: { 'X-Gate': { env: 'GATE' } },
    sends: { ...BEARER, 'x-gate': CANARY.key },
    isStarted: true,
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
  return { cwd, env: { ...env(folder), ...through }, gate, folder, url };
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

const SCENARIOS = ['T01', 'T06', 'T12', 'challenge', 'faulty-path'];
const LOAD = { rate: 20, duration: '1s', size: 4096, sample: 1 } as const;

/** Where a run is made, what it is made with, and where it is left. */
interface Asked {
  readonly url: string;
  readonly cwd: string;
  readonly env: Env;
  readonly study: string;
  readonly out: string;
}

/** Makes a run and returns everything that it said. */
type Play = (asked: Asked) => Promise<string>;

/** By processes of their own, as people start them. */
const STARTED: Readonly<Record<string, Play>> = {
  conformance: (asked) =>
    started(
      [
        'conformance',
        ...SCENARIOS.flatMap((id) => ['--scenario', id]),
        '--dataset',
        asked.study,
        '--evidence',
        'all',
        '--verbose',
      ],
      asked,
    ),
  load: (asked) =>
    started(
      [
        'load',
        'qido',
        '--engine',
        'embedded',
        '--rate',
        `${LOAD.rate}`,
        '--duration',
        LOAD.duration,
        '--size',
        `${LOAD.size}B`,
        '--sample',
        `${LOAD.sample}`,
      ],
      asked,
    ),
};

async function started(args: readonly string[], { cwd, env, out }: Asked): Promise<string> {
  const program = start([...args, '--out', out], { cwd, env });
  const commandLines = watchCommandLines(program.child.pid);
  const { stdout, stderr } = await program.ended;
  return [stdout, stderr, ...commandLines()].join('\n');
}

/** In this process, at a fifth of the price. */
const IN_PROCESS: Readonly<Record<string, Play>> = {
  conformance: (asked) =>
    withEnvironment(
      asked.env,
      async (say) => {
        const { url, out, study } = asked;
        mkdirSync(out);
        const input = { target: url, embedded: false };
        return runInProcess({ folder: out, input, selected: SCENARIOS, datasetFolder: study, say });
      },
      asked.out,
    ),
  load: (asked) =>
    withEnvironment(
      asked.env,
      (say) => {
        const { url, out, env } = asked;
        mkdirSync(out);
        const request: LoadRequest = {
          ...LOAD,
          target: url,
          shape: 'smoke',
          names: 'ascii',
          mix: parseMix('CT'),
          threshold: [],
        };
        return runLoad({
          ...planOf('qido', request),
          target: resolveTarget({ target: url, embedded: false }, env),
          k6: null,
          folder: out,
          command: ['dicomweb-harness', 'load'],
          signal: new AbortController().signal,
          progress: new Progress({ write: say }, { verbose: true }),
          measureCeiling: async () => ({ requestsPerSecond: 1e4, bytesPerSecond: 0, carryingRequestsPerSecond: 0 }),
        });
      },
      asked.out,
    ),
};

/** Makes a run under an environment, which is that of this process for so long, and writes its reports. */
async function withEnvironment(
  env: Env,
  play: (say: (text: string) => void) => Promise<Results>,
  out: string,
): Promise<string> {
  const said: string[] = [];
  const commandLines = watchCommandLines(process.pid);
  Object.assign(process.env, env);
  try {
    const results = await play((text) => said.push(text));
    writeRun(out, results, {});
    return [...said, terminalSummary(results, { color: false }), ...commandLines()].join('\n');
  } finally {
    for (const name of Object.keys(env)) delete process.env[name];
  }
}

/** Looks at the command lines of a process and of all that it starts, until they are asked for. */
function watchCommandLines(pid: number | undefined): () => ReadonlySet<string> {
  const seen = new Set<string>();
  const look = (): void => commandLinesOf(pid).forEach((line) => void seen.add(line));
  // A run that fails does not ask for them: the process of the tests must end all the same.
  const watching = setInterval(look, 100).unref();
  return () => {
    clearInterval(watching);
    return seen;
  };
}

for (const kind of ofTheDay(KINDS, 3)) {
  test(`nothing that a run leaves or says holds ${kind.name}`, async (t) => {
    const { cwd, env, gate, folder, url } = await surroundings(t, kind);
    const { conformance, load } = kind.isStarted ? STARTED : IN_PROCESS;
    const study = smallStudy(temporaryFolder(t));
    const played = async (name: string, play: Play | undefined): Promise<void> => {
      const out = join(cwd, name);
      const said = await play?.({ url, cwd, env, study, out });
      assert.ok(said);
      const files = allBytesIn(out);
      assert.ok(
        files.some(([path]) => path.endsWith('results.json')),
        said,
      );
      assertNone([[`what ${name} says`, said], ...files]);
    };
    await played('conformance', conformance);
    const wanted = Object.keys(kind.sends);
    const authorized = gate.seen.filter(({ headers }) => wanted.every((name) => headers[name] !== undefined));
    assert.ok(authorized.length > 10, `${authorized.length} requests with the credentials`);
    await played('load', load);
    for (const command of ['config', 'doctor']) {
      const { stdout, stderr } = await harness([command], { cwd, env });
      assertNone([[command, stdout + stderr]]);
    }
    assert.ok(folder !== cwd, 'the files of the secrets are not among what is looked at');
  });
}
