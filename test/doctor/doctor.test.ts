import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import type { Finding } from '../../lib/doctor/finding.ts';
import { diskFinding, folderFinding, k6Finding, nodeFinding } from '../../lib/doctor/machine.ts';
import { serverFindings } from '../../lib/doctor/server.ts';
import { trialFindings } from '../../lib/doctor/trial.ts';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import type { Target } from '../../lib/target/target.ts';
import { harness, temporaryFolder } from '../cli/program.ts';
import { deadPort, instancesOn } from '../cli/servers.ts';
import { folderFor, targetAt, transportFor } from '../http/support.ts';
import { skipWithout } from '../support/tools.ts';

/** What is found of a target, as `bad credentials: …`. */
async function foundAt(t: TestContext, url: string, changes: Partial<Target> = {}, env = {}): Promise<string> {
  const target = targetAt(url, changes);
  const { findings } = await serverFindings(target, transportFor(t, target), env);
  return findings.map(inLine).join('\n');
}

function inLine({ state, check, says, todo = '' }: Finding): string {
  return `${state} ${check}: ${says} | ${todo}`;
}

async function listening(t: TestContext, server: Server & { closeAllConnections(): void }): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

async function serving(t: TestContext, listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listening(t, createServer(listener))}/dicom-web`;
}

async function reference(t: TestContext, options: Parameters<typeof startReferenceServer>[0] = {}): Promise<string> {
  const server = await startReferenceServer(options);
  t.after(() => server.close());
  return server.baseUrl;
}

describe('the machine', () => {
  test('Node is held against the range of the package', () => {
    assert.equal(nodeFinding('>=20.19', '20.19.0').state, 'ok');
    assert.equal(nodeFinding('>=20.19', '22.0.0').state, 'ok');
    assert.match(inLine(nodeFinding('>=20.19', '20.18.1')), /^bad node: Node 20\.18\.1 is not one .* \| .*>=20\.19/);
    for (const [version, state] of [
      ['20.19.0', 'ok'],
      ['21.9.0', 'bad'],
      ['22.12.0', 'bad'],
      ['22.13.0', 'ok'],
      ['25.0.0', 'ok'],
    ] as const) {
      assert.equal(nodeFinding('^20.19.0 || ^22.13.0 || >=24.0.0', version).state, state, version);
    }
  });

  test('a folder is written to and left as it was; one that cannot be is told', () => {
    assert.equal(folderFinding(join(process.cwd(), 'runs', 'never', 'made')).state, 'ok');
    assert.match(inLine(folderFinding('/proc/results')), /^bad results: \/proc\/results cannot be written to.*--out/);
  });

  test('the disk is measured, and k6 looked for', async () => {
    assert.match(diskFinding('/tmp/never/made').says, /iB free/);
    assert.equal((await k6Finding({})).state, 'ok');
    assert.match(
      inLine(await k6Finding({ K6_BIN: '/bin/true' })),
      /^look k6: .*does not say that it is k6 \| .*K6_BIN/,
    );
  });
});

describe('a target', () => {
  test('that is well has nothing to be done about but what was not tried, and is asked nothing that changes it', async (t) => {
    const methods = new Set<string | undefined>();
    const url = await serving(t, ({ method }, response) => {
      methods.add(method);
      response.writeHead(204, { Allow: 'GET, DELETE' }).end();
    });
    const found = await foundAt(t, url);
    assert.match(found, /^ok target: .* answers/m);
    assert.match(found, /^ok credentials: the server asks for none/m);
    assert.match(found, /^ok dicomweb: search answered 204/m);
    assert.match(found, /^ok clock: the server has the same time/m);
    assert.match(found, /^look clean-up: OPTIONS says that DELETE is allowed; it was not tried \| doctor --write/m);
    assert.deepEqual([...methods].sort(), ['GET', 'OPTIONS']);
  });

  test('that is no DICOMweb server is asked nothing that changes it either', async (t) => {
    const methods = new Set<string | undefined>();
    const url = await serving(t, ({ method }, response) => {
      methods.add(method);
      response.writeHead(200, { 'Content-Type': 'text/html', Date: 'Mon, 01 Jan 2024 00:00:00 GMT' }).end('<html>');
    });
    const found = await foundAt(t, url);
    assert.match(found, /^bad dicomweb: .*does not look like a DICOMweb server.* \| .*Is the path right/m);
    assert.match(found, /^look clock: the server's clock is \d+ s behind this machine's \| .*NTP/m);
    assert.deepEqual([...methods], ['GET']);
  });

  test('that refuses, redirects or does not answer is told with what to do', async (t) => {
    const wants = await serving(t, (_, response) => response.writeHead(401).end());
    assert.match(await foundAt(t, wants), /^bad credentials: .*wants credentials.* \| .*DICOMWEB_TOKEN/m);
    const there = await reference(t);
    const away = await serving(t, ({ url }, response) =>
      response.writeHead(307, { Location: `${there}${url?.replace('/dicom-web', '')}` }).end(),
    );
    assert.match(
      await foundAt(t, away),
      new RegExp(`^look redirects: requests are sent on to ${there}.* \\| .*final`, 'm'),
    );
    assert.match(await foundAt(t, await deadPort()), /^bad target: .*cannot be reached.* \| Is the server running/m);
  });

  test('behind a proxy names it without its password, and plain HTTP beyond this machine is told where secrets go', async (t) => {
    const env = { HTTPS_PROXY: 'http://me:canary@proxy.example:3128', NO_PROXY: 'localhost' };
    const found = await foundAt(t, await reference(t), {}, env);
    assert.match(found, /^look proxy: HTTPS_PROXY names proxy\.example:3128; not for localhost/m);
    assert.doesNotMatch(found, /canary/);
    const changes = { credentials: { kind: 'bearer', token: 'canary' }, timeoutMs: 50 } as const;
    assert.match(await foundAt(t, 'http://host.invalid/dicom-web', changes), /^look tls: plain HTTP: the credentials/m);
  });

  test('shows who signed its certificate and until when', { skip: skipWithout('openssl') }, async (t) => {
    const folder = folderFor(t);
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=the hospital', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '5'];
    const curve = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    execFileSync('openssl', ['req', ...curve, ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) =>
      response.end(),
    );
    const found = await foundAt(t, `https://127.0.0.1:${await listening(t, server)}`);
    const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    assert.match(
      found,
      new RegExp(`^bad tls: the hospital, signed by the hospital, valid until ${until}; not accepted: DEPTH`, 'm'),
    );
  });
});

describe('the trial', () => {
  async function tried(t: TestContext, url: string): Promise<string> {
    const target = targetAt(url);
    const said: string[] = [];
    const findings = await trialFindings(target, transportFor(t, target), (line) => said.push(line));
    assert.match(said.join(), /new study 2\.25\./);
    return findings.map(inLine).join('\n');
  }

  test('stores, sees, deletes, and leaves nothing', async (t) => {
    const url = await reference(t);
    assert.match(
      await tried(t, url),
      /^ok store: .*stored \(200 OK\) and seen.*\nok clean-up: it was deleted, and is gone/,
    );
    assert.deepEqual(await instancesOn(url), []);
  });

  test('names what is left where nothing is deleted, and tells a store that is refused', async (t) => {
    const keeps = await reference(t, { faults: ['fake-delete'] });
    assert.match(await tried(t, keeps), /^look clean-up: study 2\.25\.\d+ may still be there/m);
    const refuses = await serving(t, (request, response) =>
      request.resume().on('end', () => response.writeHead(403).end()),
    );
    assert.match(await tried(t, refuses), /^bad store: the store was answered 403 Forbidden \| .*credentials/m);
  });
});

test('the command exits 3 for a target that cannot be played, and prints JSON', async (t) => {
  const args = ['doctor', '--target', await deadPort(), '--json'];
  const { code, stdout, stderr } = await harness(args, { cwd: temporaryFolder(t) });
  assert.equal(code, EXIT_CODES.unreachable, stderr);
  const findings = JSON.parse(stdout) as Finding[];
  assert.deepEqual(findings.map(({ check }) => check).slice(0, 6), [
    'node',
    'configuration',
    'results',
    'disk',
    'k6',
    'proxy',
  ]);
  assert.equal(findings.find(({ check }) => check === 'target')?.state, 'bad');
});
