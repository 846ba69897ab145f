import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { curlLine } from '../../lib/http/curl.ts';
import { redactorFor } from '../../lib/http/redaction.ts';
import { createTransport } from '../../lib/http/transport.ts';
import { bodiesIn } from '../../lib/reproduction/evidence.ts';
import { SHARED_FILE, scriptOf } from '../../lib/reproduction/script.ts';
import { sharedSteps } from '../../lib/reproduction/shared-steps.ts';
import type { Sighting } from '../../lib/results/first-cause.ts';
import { targetRecord } from '../../lib/run/preflight.ts';
import { resolveTarget, type TargetInput } from '../../lib/target/configuration.ts';
import type { Target } from '../../lib/target/target.ts';
import { exchange as recorded } from '../reports/fixtures.ts';
import { skipWithout } from '../support/tools.ts';
import { type Env, PASSPHRASE, PROXY_USER, TOKEN, World } from './world.ts';

const run = promisify(execFile);

interface Case {
  readonly name: string;
  readonly url: (world: World) => string;
  readonly flags?: (world: World) => Pick<TargetInput, 'ca' | 'insecure' | 'http'>;
  readonly env?: (world: World) => Env;
  /** What of the line says how curl connects. */
  readonly words: RegExp;
  readonly version?: '1.1' | '2';
  /** A line has no passphrase: curl asks for it at the terminal. */
  readonly isScriptOnly?: true;
}

const CASES: readonly Case[] = [
  {
    name: 'a private authority',
    url: (w) => w.at('tls'),
    flags: (w) => w.ca(),
    words: /^curl -sS -i --cacert \/\S+ https:/,
  },
  {
    name: 'no verification',
    url: (w) => w.at('tls'),
    flags: () => ({ insecure: true }),
    words: /^curl -sS -i -k https:/,
  },
  {
    name: 'a server of HTTP/2',
    url: (w) => w.at('only2'),
    flags: (w) => w.ca(),
    words: /^curl -sS -i --cacert \/\S+ https:/,
    version: '2',
  },
  {
    name: 'a client certificate and a token',
    url: (w) => w.at('mutual'),
    flags: (w) => w.ca(),
    env: (w) => w.certificate(w.client, { DICOMWEB_TOKEN: TOKEN }),
    words:
      /--cacert \/\S+ --cert "\$DICOMWEB_CLIENT_CERT" --key "\$DICOMWEB_CLIENT_KEY" https:.* Bearer \$DICOMWEB_TOKEN"/,
  },
  {
    name: 'a client certificate and its key in one file',
    url: (w) => w.at('mutual'),
    flags: (w) => w.ca(),
    env: (w) => ({ DICOMWEB_CLIENT_CERT: w.file('both.pem', `${w.client.certificate}${w.client.key}`) }),
    words: /--cacert \/\S+ --cert "\$DICOMWEB_CLIENT_CERT" https:/,
  },
  {
    name: 'an encrypted key',
    url: (w) => w.at('mutual'),
    flags: (w) => w.ca(),
    env: (w) => w.certificate(w.locked, { DICOMWEB_CLIENT_KEY_PASSPHRASE: PASSPHRASE }),
    words: /--cert "\$DICOMWEB_CLIENT_CERT" --key "\$DICOMWEB_CLIENT_KEY" https:/,
    isScriptOnly: true,
  },
  {
    name: 'PEM in the environment, and the passphrase in a file',
    url: (w) => w.at('mutual'),
    flags: (w) => w.ca(),
    env: (w) => ({
      DICOMWEB_CLIENT_CERT: w.locked.certificate,
      DICOMWEB_CLIENT_KEY: w.locked.key.replaceAll('\n', '\\n'),
      DICOMWEB_CLIENT_KEY_PASSPHRASE_FILE: w.file('passphrase', `${PASSPHRASE}\n`),
    }),
    words: /--cert "\$DICOMWEB_CLIENT_CERT"/,
    isScriptOnly: true,
  },
  {
    name: 'a proxy with a password to a server of TLS',
    url: (w) => w.at('tls'),
    flags: (w) => w.ca(),
    env: (w) => ({ HTTPS_PROXY: w.proxy('guarded', PROXY_USER) }),
    words: /--cacert \/\S+ --proxy "\$HTTPS_PROXY" https:/,
  },
  {
    name: 'a proxy to a plain server',
    url: (w) => w.at('plain', 'http'),
    env: (w) => ({ HTTP_PROXY: w.proxy('guarded', PROXY_USER) }),
    words: /^curl -sS -i --proxy "\$HTTP_PROXY" http:/,
  },
  {
    name: 'a proxy to a plain server of HTTP/2',
    url: (w) => w.at('plain2', 'http'),
    flags: () => ({ http: '2' }),
    env: (w) => ({ HTTP_PROXY: w.proxy('proxy') }),
    words: /^curl -sS -i --http2-prior-knowledge --proxy "\$HTTP_PROXY" --proxytunnel http:/,
    version: '2',
  },
  {
    name: 'a proxy that speaks TLS',
    url: (w) => w.at('tls'),
    flags: (w) => w.ca(),
    env: (w) => ({ HTTPS_PROXY: w.proxy('tlsProxy').replace('http:', 'https:') }),
    words: /--cacert \/\S+ --proxy "\$HTTPS_PROXY" --proxy-cacert \/\S+ https:/,
  },
];

const SECRETS = /-4711|pass%2Fword|PRIVATE KEY/;

describe('what is shown again over the connection of the run', { skip: skipWithout('openssl', 'curl', 'bash') }, () => {
  let world: World;
  before(async () => {
    world = await World.start();
  });
  after(() => world?.close());

  /** A request of the harness, and what it is kept as. */
  async function sent(one: Case) {
    const env = one.env?.(world) ?? {};
    const target = resolveTarget({ target: one.url(world), embedded: false, ...one.flags?.(world) }, env);
    const transport = createTransport({ target, spoolFolder: join(world.authority.folder, 'spool') });
    const bearer = env.DICOMWEB_TOKEN ? ([['Authorization', `Bearer ${TOKEN}`]] as const) : [];
    const request = {
      ...{ id: 'T01.1', operation: 'search', method: 'GET', url: `${target.baseUrl}/studies`, body: null },
      ...{ headers: [['Accept', 'application/dicom+json'], ...bearer] as const, isAuthorized: true },
    };
    try {
      const exchange = await transport.send(request);
      assert.equal(exchange.failure, null, exchange.failure?.message);
      assert.equal(exchange.response?.httpVersion, one.version ?? '1.1');
      return { env: { PATH: process.env.PATH ?? '', ...env }, target, exchange };
    } finally {
      transport.close();
    }
  }

  for (const one of CASES) {
    test(`the curl line: ${one.name}`, async () => {
      const { env, target, exchange } = await sent(one);
      const line = curlLine(exchange, redactorFor(target), undefined, target.connection);
      assert.match(line, one.words);
      assert.doesNotMatch(line, SECRETS);
      if (one.isScriptOnly) return;
      const { stdout } = await run('sh', ['-c', line], { env });
      assert.match(stdout, new RegExp(`^HTTP/${one.version ?? '1.1'} 200`, 'm'));
    });

    test(`the script: ${one.name}`, async () => {
      const { env, target, exchange } = await sent(one);
      const script = writeScript(target, exchange);
      assert.doesNotMatch(script.text, SECRETS);
      const { said, told } = await playScript(script.file, env);
      assert.equal(said, 'STILL BROKEN. The status is 200, as in the run.\n', told);
    });
  }

  test('the script takes paths as they are meant where it is started', async () => {
    const [one] = CASES.filter(({ name }) => name === 'a client certificate and a token');
    assert.ok(one);
    const { target, exchange, env } = await sent(one);
    const script = writeScript(target, exchange);
    const { certificateFile, keyFile } = world.client;
    const here = world.authority.folder;
    const relative = {
      ...env,
      DICOMWEB_CLIENT_CERT: certificateFile.slice(here.length + 1),
      DICOMWEB_CLIENT_KEY: keyFile.slice(here.length + 1),
      DICOMWEB_CA: world.authority.file.slice(here.length + 1),
    };
    const { said, told } = await playScript(script.file, relative, here);
    assert.match(said, /^STILL BROKEN/, told);
    const wrong = await playScript(script.file, { ...relative, DICOMWEB_CA: world.stranger.file }, here);
    assert.match(wrong.said, /^CANNOT TELL/, 'another authority is not trusted');
  });

  /** The script of a finding that the status 200 is wrong. */
  function writeScript(target: Target, { request, response }: Awaited<ReturnType<typeof sent>>['exchange']) {
    const folder = join(world.authority.folder, `run${Math.random()}`);
    mkdirSync(join(folder, 'tickets'), { recursive: true });
    const record = recorded('T01.1', {
      request: {
        method: request.method,
        url: request.url,
        headers: redactorFor(target).headers(request.headers),
        body: null,
      },
      response: response && { httpVersion: response.httpVersion, status: 200, reason: 'OK', headers: [], body: null },
    });
    const breach = {
      ...{ code: 'status-wrong', where: { kind: 'status' }, exchange: 'T01.1' },
      parameters: { expected: ['404'] },
    };
    const sighting = { breach, finding: { exchanges: ['T01.1'] } } as unknown as Sighting;
    const facts = { exchanges: [record], target: targetRecord(target, null) };
    const script = scriptOf(facts, sighting, bodiesIn(folder), { file: 'tickets/1.sh', comments: [] });
    assert.ok('text' in script, JSON.stringify(script));
    const file = join(folder, 'tickets', '1.sh');
    writeFileSync(join(folder, 'tickets', SHARED_FILE), sharedSteps());
    writeFileSync(file, script.text);
    return { file, text: readFileSync(file, 'utf8') };
  }

  async function playScript(file: string, env: Env, cwd = '/') {
    const child = spawn('bash', [file], { env: { ...env, TIMEOUT: '5' }, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let told = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      told += chunk;
    });
    await once(child, 'close');
    return { said, told };
  }
});
