import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, type TestContext, test } from 'node:test';
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { allRequirements } from '../../lib/requirements/register.ts';
import type { ScenarioRecord, Summary } from '../../lib/results/results.ts';
import { requirementRecords } from '../../lib/results/rollup.ts';
import { summarise } from '../../lib/results/summary.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { SUITES } from '../../scenarios/suites.ts';
import { ofTheDay } from '../support/drawn.ts';
import { AT_ONCE } from './servers.ts';

type Answer = (response: ServerResponse, url: string) => void;

const DICOM_JSON = { 'Content-Type': 'application/dicom+json' };
const DEPTH = 100_000;
/** What is read of an answer here, in bytes: enough for what is stored, and soon full of an endless body. */
const READ = 4 << 20;

/** Compressed with nothing before it in mind, so it can stand in a stream as often as one likes. */
const SPACES = deflateRawSync(Buffer.alloc(10 << 20, ' '), { finishFlush: constants.Z_FULL_FLUSH });
/** A gigabyte of spaces in a megabyte. The stream has no end, which nobody reads as far as. */
const BOMB = Buffer.concat([gzipSync('').subarray(0, 10), ...Array.from({ length: 100 }, () => SPACES)]);

/** Answers of a search that the harness cannot take in, and the requirement that is breached by them, if any. */
const HOSTILE: Readonly<
  Record<string, { answer: Answer; breached: string | null; told: RegExp; patienceMs?: number; overallMs?: number }>
> = {
  'JSON nested 100,000 deep': {
    answer: (response) => response.writeHead(200, DICOM_JSON).end('['.repeat(DEPTH) + ']'.repeat(DEPTH)),
    breached: null,
    told: /nested deeper than the 256 levels that the harness reads/,
  },
  'sequences nested 100,000 deep': {
    answer: (response) =>
      response
        .writeHead(200, DICOM_JSON)
        .end(`[${'{"00400275":{"vr":"SQ","Value":['.repeat(DEPTH)}${']}}'.repeat(DEPTH)}]`),
    breached: null,
    told: /nested deeper than the 256 levels that the harness reads/,
  },
  'a bomb of a gigabyte': {
    answer: (response) => response.writeHead(200, { ...DICOM_JSON, 'Content-Encoding': 'gzip' }).end(BOMB),
    breached: null,
    told: /it decodes to more than 67108864 bytes, which the harness does not read/,
  },
  'an endless body': {
    answer(response) {
      response.writeHead(200, DICOM_JSON);
      const block = Buffer.alloc(1 << 20, ' ');
      const more = (): void => {
        while (!response.destroyed && response.write(block));
      };
      response.on('drain', more);
      more();
    },
    breached: null,
    told: /the body is larger than the limit of 4194304 bytes/,
  },
  'an endless list': {
    answer(response) {
      response.writeHead(200, DICOM_JSON).write('[{}');
      const block = ',{}'.repeat(100_000);
      const more = (): void => {
        while (!response.destroyed && response.write(block));
      };
      response.on('drain', more);
      more();
    },
    breached: 'QIDO-001',
    told: /the body is larger than the limit of 4194304 bytes/,
  },
  '150 interim responses': {
    answer(response) {
      for (let count = 0; count < 150; count++) response.writeEarlyHints({ link: '</a>; rel=preload' });
      response.writeHead(200, DICOM_JSON).end('[]');
    },
    breached: null,
    told: /more than 100 interim responses/,
  },
  'an endless body, byte by byte': {
    answer(response) {
      response.writeHead(200, DICOM_JSON);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    },
    breached: null,
    told: /not complete after \d+ ms/,
    overallMs: 500,
  },
  'nothing in time': {
    answer: (response) => response.writeHead(200, DICOM_JSON).flushHeaders(),
    breached: null,
    told: /no byte for 300 ms/,
    patienceMs: 300,
  },
  'a redirect to a port that nobody listens on': {
    answer: (response, url) => response.writeHead(302, { Location: `http://127.0.0.1:9${url}` }).end(),
    breached: null,
    told: /unreachable/,
  },
  'a redirect without a place to go to': {
    answer: (response) => response.writeHead(302).end(),
    breached: 'QIDO-001',
    told: /302/,
  },
  'a redirect to itself': {
    answer: (response, url) => response.writeHead(302, { Location: url }).end(),
    breached: 'COMMON-001',
    told: /5 redirects led to another one/,
  },
};

/** A reference server whose searches are answered otherwise. */
async function serverWith(t: TestContext, answer: Answer): Promise<string> {
  const archive = await startReferenceServer({});
  const inner = new URL(archive.baseUrl);
  const front = createServer((incoming: IncomingMessage, response) => {
    const url = incoming.url ?? '/';
    if (incoming.method === 'GET' && /\/(studies|series|instances)(\?.*)?$/.test(url)) return answer(response, url);
    const onward = request(
      { host: inner.hostname, port: inner.port, path: url, method: incoming.method, headers: incoming.headers },
      (reply) => {
        response.writeHead(reply.statusCode ?? 500, reply.headers);
        reply.pipe(response);
      },
    );
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  t.after(async () => {
    front.closeAllConnections();
    front.close();
    await archive.close();
  });
  return `http://127.0.0.1:${(front.address() as AddressInfo).port}${inner.pathname}`;
}

async function judged(
  baseUrl: string,
  patienceMs: number,
  overallTimeoutMs: number,
): Promise<{ scenarios: readonly ScenarioRecord[]; summary: Summary }> {
  const target = resolveTarget({ target: baseUrl, embedded: true, timeoutMs: patienceMs }, {});
  const profile = { ...target.profile, visibilityWindowMs: 0 };
  const dataset = tutorialDataset({ rows: 16, columns: 16 });
  const scenarios = await playInProcess(SUITES.tutorial, { ...target, profile }, dataset, {
    maximumBodyBytes: READ,
    overallTimeoutMs,
  });
  const requirements = requirementRecords(scenarios, allRequirements());
  return { scenarios, summary: summarise(scenarios, requirements, { failOn: 'fail', cutShortBy: null, unmatched: 0 }) };
}

// Together: most of their time goes by in waiting for answers that do not come.
describe('a server with hostile searches', { concurrency: AT_ONCE }, () => {
  for (const [name, { answer, breached, told, patienceMs = 30_000, overallMs = 10_000 }] of ofTheDay(
    Object.entries(HOSTILE),
    6,
  )) {
    test(`a server whose searches answer ${name} is not called conformant`, async (t) => {
      const { scenarios, summary } = await judged(await serverWith(t, answer), patienceMs, overallMs);
      const findings = scenarios.filter(({ service }) => service === 'search').flatMap((scenario) => scenario.findings);
      assert.deepEqual(
        findings.filter(({ reason }) => reason === 'harness-error'),
        [],
      );
      assert.ok(
        findings.some(
          ({ remark = '', breaches }) =>
            told.test(remark) || breaches.some(({ parameters }) => told.test(JSON.stringify(parameters))),
        ),
        'the bound is not told',
      );
      if (breached === null) {
        assert.deepEqual([summary.verdict, summary.exitCode], ['not-decided', 5]);
        // On a busy machine other requests are late as well, and the sentence names the first five.
        assert.match(summary.sentence, /^Not decided: .*(operations were not judged|left unanswered in)/);
        assert.ok(scenarios.some(({ id, verdict }) => /^T1[23]$/.test(id) && verdict === 'incomplete'));
      } else {
        const red = findings.filter(({ verdict }) => verdict === 'fail').map(({ requirement }) => requirement);
        assert.ok(red.includes(breached), `red is ${red.join(', ')}`);
        assert.deepEqual([summary.verdict, summary.exitCode], ['not-conformant', 1]);
      }
    });
  }
});
