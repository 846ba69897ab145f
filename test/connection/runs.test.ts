import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import type { Results } from '../../lib/results/results.ts';
import { LEFT_FOR_CREDENTIALS } from '../../lib/run/cut-short.ts';
import { commandLinesOf, harness, smallStudy, start, temporaryFolder } from '../cli/program.ts';
import { allBytesIn } from '../cli/run-folder.ts';
import { ofTheDay } from '../support/drawn.ts';
import { skipWithout } from '../support/tools.ts';
import { Authority } from './authority.ts';
import { type Started, startGate, startProxy, startTokenEndpoint } from './servers.ts';

const SECRETS = {
  client: 'client-secret-of-4711',
  passphrase: 'passphrase-of-4711',
  proxy: 'proxy-password-of-4711',
  token: '-of-the-endpoint',
};

/** A reference server, and the number of studies on it. */
async function upstream(t: TestContext) {
  const server = await startReferenceServer();
  t.after(() => server.close());
  const count = async (): Promise<number> => {
    const answer = await fetch(`${server.baseUrl}/studies`);
    return answer.status === 204 ? 0 : ((await answer.json()) as unknown[]).length;
  };
  return { baseUrl: server.baseUrl, path: new URL(server.baseUrl).pathname.replace(/\/$/, ''), count };
}

function resultsOf(folder: string): Results {
  return JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as Results;
}

/** A gate that takes a token for so many requests. */
async function gateFor(t: TestContext, url: string, token: string, requests: number): Promise<Started> {
  let left = requests;
  const gate = await startGate(url, {
    admits: ({ authorization }) => authorization === `Bearer ${token}` && left-- > 0,
  });
  t.after(() => gate.close());
  return gate;
}

const ENDED_AFTER = [
  // After the probe, so that no request of the scenarios was ever answered with success.
  ['tutorial', 4],
  // While a scenario waits for what it stored to be shown.
  ['tutorial', 6],
  ['tutorial', 40],
  ['duties', 40],
] as const;

for (const [suite, requests] of ofTheDay(ENDED_AFTER, 1)) {
  test(`conformance: a token that ends after ${requests} requests of the suite ${suite} ends the run at once`, async (t) => {
    const { baseUrl, path, count } = await upstream(t);
    const gate = await gateFor(t, baseUrl, 'short-lived', requests);
    const out = join(temporaryFolder(t), 'run');
    const target = `http://127.0.0.1:${gate.port}${path}`;
    const args = ['conformance', suite, '--target', target, '--out', out, '--dataset', smallStudy(temporaryFolder(t))];
    const { code, stdout, stderr } = await harness(args, { env: { DICOMWEB_TOKEN: 'short-lived' } });
    assert.equal(code, EXIT_CODES.unreachable, stderr);
    assert.match(stderr, /credentials refused during the run/);
    const { run, scenarios, remains } = resultsOf(out);
    assert.equal(run.completeness, 'partial');
    assert.match(run.why ?? '', /credentials refused/);
    const breaches = scenarios.flatMap(({ id, findings }) =>
      findings
        .filter(({ verdict }) => verdict === 'fail' || verdict === 'warn')
        .map(({ requirement }) => `${id} ${requirement}`),
    );
    assert.deepEqual(breaches, []);
    const refused = gate.seen.filter(({ headers }) => headers.authorization === 'Bearer short-lived').length - requests;
    assert.ok(refused <= 4, `${refused} requests with credentials that are refused`);
    assert.equal(remains.length > 0, (await count()) > 0, 'what is left is told');
    if (remains.length === 0) return;
    assert.deepEqual([...new Set(remains.map(({ why }) => why))], [LEFT_FOR_CREDENTIALS]);
    assert.match(stdout, /deleted by: .*clean-up/);
  });
}

test('load: a token that ends ends the run as refused, and what is left is told', async (t) => {
  const { baseUrl, path, count } = await upstream(t);
  const gate = await gateFor(t, baseUrl, 'short-lived', 60);
  const out = join(temporaryFolder(t), 'run');
  const target = `http://127.0.0.1:${gate.port}${path}`;
  const args = ['load', 'qido', '--engine', 'embedded', '--target', target, '--out', out];
  const { code, stdout, stderr } = await harness([...args, '--duration', '20s', '--size', '4KiB'], {
    env: { DICOMWEB_TOKEN: 'short-lived' },
  });
  assert.equal(code, EXIT_CODES.unreachable, stdout + stderr);
  assert.match(stdout, /Credentials refused: .*took the credentials before the run and refuses them now/);
  const { load, remains } = resultsOf(out);
  assert.ok((load?.durationSeconds ?? 99) < 15, 'the run is ended early');
  assert.ok((await count()) > 0);
  assert.ok(remains.length > 0);
  assert.ok(readFileSync(join(out, 'stored-studies.txt'), 'utf8').length > 0);
});

describe('mutual TLS, HTTP/2, a proxy with a password and tokens that live for a second', {
  skip: skipWithout('openssl'),
}, () => {
  let authority: Authority;
  before(() => {
    authority = new Authority();
  });
  after(() => rmSync(authority.folder, { recursive: true, force: true }));

  /** Everything at once; returns the flags and the environment, and what the gate saw. */
  async function surroundings(t: TestContext) {
    const server = await upstream(t);
    const good = authority.issue();
    const client = authority.issue({ names: 'DNS:client', passphrase: SECRETS.passphrase });
    const endpoint = await startTokenEndpoint({ id: 'harness', secret: SECRETS.client }, { expiresIn: 1 });
    const proxy = await startProxy(`porter:${SECRETS.proxy}`);
    const tls = {
      cert: good.certificate,
      key: good.key,
      ca: readFileSync(authority.file, 'utf8'),
      requestCert: true,
      rejectUnauthorized: true,
    };
    // Two processes hold a token each: the last two are good.
    const admits = ({ authorization = '' }) =>
      endpoint
        .tokens()
        .slice(-2)
        .some((token) => authorization === `Bearer ${token}`);
    const gate = await startGate(server.baseUrl, { tls, speaks: 'http2', admits, echoes: true });
    t.after(() => {
      for (const each of [endpoint, proxy, gate]) each.close();
    });
    const secretFile = join(temporaryFolder(t), 'client-secret');
    writeFileSync(secretFile, SECRETS.client);
    const env = {
      DICOMWEB_OAUTH_TOKEN_URL: `http://127.0.0.1:${endpoint.port}/token`,
      DICOMWEB_OAUTH_CLIENT_ID: 'harness',
      DICOMWEB_OAUTH_CLIENT_SECRET_FILE: secretFile,
      DICOMWEB_CLIENT_CERT: client.certificateFile,
      DICOMWEB_CLIENT_KEY: client.keyFile,
      DICOMWEB_CLIENT_KEY_PASSPHRASE: SECRETS.passphrase,
      HTTPS_PROXY: `http://porter:${SECRETS.proxy}@127.0.0.1:${proxy.port}`,
    };
    const out = join(temporaryFolder(t), 'run');
    const flags = ['--target', `https://127.0.0.1:${gate.port}${server.path}`, '--ca', authority.file, '--out', out];
    return { flags, env, out, server, endpoint, gate, key: client.key };
  }

  function assertNoSecret(texts: readonly (readonly [where: string, text: string])[], key: string): void {
    const secrets = [
      ...Object.values(SECRETS),
      Buffer.from(`porter:${SECRETS.proxy}`).toString('base64'),
      key.slice(60, 120),
    ];
    for (const [where, text] of texts) {
      for (const secret of secrets) assert.ok(!text.includes(secret), `${where} holds ${secret}`);
    }
  }

  test('conformance judges the server as it is, and no secret is anywhere', async (t) => {
    const { flags, env, out, endpoint, gate, key } = await surroundings(t);
    const args = ['conformance', ...flags, '--dataset', smallStudy(temporaryFolder(t))];
    const program = start(args, { env });
    await program.says(/T04/);
    const commandLines = commandLinesOf(program.child.pid);
    const { code, stdout, stderr } = await program.ended;
    assert.equal(code, EXIT_CODES.conformant, stdout + stderr);
    const { exchanges, target, remains } = resultsOf(out);
    assert.equal(target.authentication, 'bearer');
    assert.equal(target.clientCertificate, true);
    assert.deepEqual(remains, []);
    // The server behind the gate names its own address in links, which are followed over plain HTTP.
    const own = exchanges.filter(({ request }) => request.url.startsWith(target.baseUrl));
    assert.ok(own.length > 50);
    assert.deepEqual([...new Set(own.map(({ response }) => response?.httpVersion))], ['2']);
    assert.ok(gate.seen.every(({ version }) => version === '2.0'));
    assert.ok(endpoint.tokens().length > 2, `${endpoint.tokens().length} tokens`);
    assert.ok(commandLines.length >= 3 || process.platform !== 'linux');
    const files = allBytesIn(out);
    assert.ok(files.length > 50);
    const said = [stdout, stderr, ...commandLines].map((text) => ['what is said', text] as const);
    assertNoSecret([...said, ...files], key);
  });

  test('load goes on with new tokens, and no secret is anywhere', async (t) => {
    const { flags, env, out, endpoint, gate, key, server } = await surroundings(t);
    const args = ['load', 'qido', ...flags, '--engine', 'embedded', '--duration', '3s', '--size', '4KiB', '--vus', '2'];
    const program = start(args, { env });
    await program.says(/Stores synthetic/);
    const commandLines = commandLinesOf(program.child.pid);
    const { code, stdout, stderr } = await program.ended;
    assert.ok(code === EXIT_CODES.conformant || code === EXIT_CODES.notDecided, stdout + stderr);
    const { load } = resultsOf(out);
    assert.equal(load?.settings.http, '2');
    assert.equal(
      load?.operations.reduce((sum, { failed }) => sum + failed, 0),
      0,
    );
    assert.ok((load?.operations.find(({ name }) => name.startsWith('search'))?.requests ?? 0) > 10);
    assert.ok(gate.seen.every(({ version }) => version === '2.0'));
    assert.ok(endpoint.tokens().length > 3, `${endpoint.tokens().length} tokens`);
    assert.equal(await server.count(), 0, 'what was stored is deleted');
    const said = [stdout, stderr, ...commandLines].map((text) => ['what is said', text] as const);
    assertNoSecret([...said, ...allBytesIn(out)], key);
  });
});
