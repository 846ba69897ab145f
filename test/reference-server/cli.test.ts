import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, test } from 'node:test';
import { FAULTS } from '../../lib/reference-server/faults/index.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { temporaryFolder } from '../cli/program.ts';
import { FILES, STUDY } from './corpus.ts';

function start(...args: readonly string[]): ChildProcess {
  const script = ['bin.js', 'reference-server', ...args];
  const env = { ...process.env, TOKEN_OF_THE_TEST: TOKEN, EMPTY: '' };
  return spawn(process.execPath, script, { stdio: ['ignore', 'pipe', 'pipe'], env });
}

const TOKEN = 'canary-of-the-token';

/** Runs a command that ends by itself. */
async function run(...args: readonly string[]): Promise<{ code: number | null; output: string; errors: string }> {
  const child = start(...args);
  const texts = { output: '', errors: '' };
  child.stdout?.on('data', (chunk) => {
    texts.output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    texts.errors += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...texts };
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`prints its base URL as its first line, serves there, and ends in order on ${signal}`, async () => {
    const child = start('--port', '0', '--fault', 'search-answers-206');
    assert.ok(child.stdout);
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    assert.match(line, /^http:\/\/127\.0\.0\.1:\d+\/dicom-web$/);
    const answer = await fetch(`${line}/studies`);
    assert.equal(answer.status, 206);
    await answer.body?.cancel();
    child.kill(signal);
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });
}

test('says which fault was meant when one is misspelt', async () => {
  const { code, output, errors } = await run('--fault', 'fake-stroe');
  assert.equal(code, 2);
  assert.equal(output, '');
  assert.match(errors, /no fault named fake-stroe[\s\S]*fake-store/);
});

test('says that a port is in use, and that a port is a number', async () => {
  const other = await startReferenceServer();
  const { port } = new URL(other.baseUrl);
  const taken = await run('--port', port);
  await other.close();
  assert.equal(taken.code, 2);
  assert.match(taken.errors, new RegExp(`port ${port} is in use`));
  const bad = await run('--port', '70000');
  assert.equal(bad.code, 2);
  assert.match(bad.errors, /65535/);
});

test('lists every fault on a line', async () => {
  const { code, output } = await run('--list-faults');
  assert.equal(code, 0);
  assert.deepEqual(
    output
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]),
    FAULTS.map(({ id }) => id),
  );
});

/** What a server said in its first line of JSON, and all that it printed; it has ended. */
async function said(use: (line: Said) => Promise<void>, ...args: readonly string[]): Promise<string> {
  const child = start('--json', ...args);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      printed += chunk;
    });
  }
  assert.ok(child.stdout);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  await use(JSON.parse(line) as Said);
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'close'), [0, null]);
  return printed;
}

interface Said {
  readonly url: string;
  readonly adminUrl: string;
  readonly certificate: string;
  readonly skipped: readonly { readonly path: string }[];
}

test('holds data, keeps what is stored, wants the token and serves HTTPS, and prints no token', async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, 'red.dcm'), FILES.red);
  writeFileSync(join(folder, 'notes.txt'), 'no DICOM');
  let certificate = '';
  const printed = await said(
    async (line) => {
      certificate = line.certificate;
      const ca = readFileSync(certificate);
      const statusOf = async (url: string, headers: Record<string, string> = {}): Promise<number | undefined> => {
        const [answer] = (await once(get(url, { ca, headers: { Accept: '*/*', ...headers } }), 'response')) as [
          IncomingMessage,
        ];
        answer.resume();
        return answer.statusCode;
      };
      assert.match(line.url, /^https:/);
      assert.deepEqual(
        line.skipped.map(({ path }) => path),
        [join(folder, 'notes.txt')],
      );
      const Authorization = `Bearer ${TOKEN}`;
      assert.equal(await statusOf(`${line.url}/studies/${STUDY}`), 401);
      assert.equal(await statusOf(`${line.url}/studies/${STUDY}/metadata`, { Authorization }), 200);
      assert.equal(await statusOf(line.adminUrl), 401);
      assert.equal(await statusOf(line.adminUrl, { Authorization }), 200);
    },
    ...['--data', folder, '--store', join(folder, 'kept'), '--tls', '--token-env', 'TOKEN_OF_THE_TEST', '--admin'],
    ...['--host', '0.0.0.0'],
  );
  assert.match(printed, /skipped: .*notes\.txt is no DICOM file/);
  assert.ok(!printed.includes(TOKEN));
  assert.ok(!existsSync(certificate), 'the certificate goes with the server');
});

const MISTAKES: Readonly<Record<string, readonly [readonly string[], RegExp]>> = {
  'an admin path that is open to the network': [['--admin', '--host', '0.0.0.0'], /--token-env or --token-file/],
  'half a pair of certificate and key': [['--tls-cert', 'README.md'], /belong together/],
  'a certificate that is none': [
    ['--tls-cert', 'README.md', '--tls-key', 'README.md'],
    /--tls-cert and --tls-key cannot/,
  ],
  'a key file that is not there': [['--tls-cert', 'README.md', '--tls-key', 'none.pem'], /--tls-key: .*none\.pem/],
  'a token variable that is empty': [['--token-env', 'EMPTY'], /EMPTY holds no token/],
  'two tokens': [['--token-env', 'TOKEN_OF_THE_TEST', '--token-file', 'README.md'], /two ways/],
  'a token file of several lines': [['--token-file', 'README.md'], /no header field can carry/],
  'an origin with a path': [['--cors', 'https://viewer.example/app'], /an origin is a scheme/],
  'a host of another machine': [['--host', '192.0.2.1'], /--host 192\.0\.2\.1 is no address/],
  'a folder of data that is not there': [['--data', 'no-such-folder'], /no-such-folder/],
  'a folder of data without DICOM': [['--data', 'docs'], /--data: docs holds no DICOM file/],
  'a folder to keep in that is a file': [['--store', 'README.md'], /README\.md/],
};

test('holds the study of the tutorial and a CT series by name', async () => {
  await said(
    async ({ url }) => {
      const found = (await (await fetch(`${url}/studies`)).json()) as Record<string, { Value?: unknown[] }>[];
      const modalities = found.map((study) => study['00080061']?.Value ?? []);
      assert.deepEqual([found.length, modalities.flat().includes('CT')], [2, true], JSON.stringify(modalities));
    },
    ...['--data', 'tutorial'],
  );
});

describe('is refused with exit code 2 and a sentence:', { concurrency: 2 }, () => {
  for (const [what, [args, message]] of Object.entries(MISTAKES)) {
    test(what, async () => {
      const { code, output, errors } = await run(...args);
      assert.equal(code, 2, errors);
      assert.equal(output, '');
      assert.match(errors, message);
      assert.doesNotMatch(errors, / {4}at |canary/);
    });
  }
});
