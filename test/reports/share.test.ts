import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { verifyCommand } from '../../lib/cli/proof/verify.ts';
import { reportCommand } from '../../lib/cli/report.ts';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { causesOf } from '../../lib/results/first-cause.ts';
import { readResults } from '../../lib/results/read-results.ts';
import type { Results } from '../../lib/results/results.ts';
import { sharedResults } from '../../reports/share/shared-results.ts';
import { emptyFolder, outcomeOf, runFolder } from './command.ts';
import { exchange, finding, resultsOf, scenario, violation } from './fixtures.ts';
import { png } from './png.ts';

const HOSTS = ['pacs01.hospital.internal', '10.20.30.40', 'viewer-host', 'proxy7'];
const TOKENS = ['sesame-open', 'cookie-of-a-session'];
const PEOPLE = ['Ada Lovelace', 'Charles Babbage', '/home/ada'];
const PATIENT = ['Doe^Jane', 'MRN-4711', 'jane_doe_ct', '19700102', '1.2.826.0.1.3680043.9.9999.42'];

const BASE = 'https://pacs01.hospital.internal:8443/clinic-7/dicom-web';
const STUDY = '1.2.826.0.1.3680043.9.9999.42';

/** A run on a user's data whose every place that a server or a user can write to holds something that must not leave. */
function run(command: readonly string[], dataset: string): Results {
  const wrong = {
    code: 'search-wrong-value',
    grade: 'fail' as const,
    parameters: { keyword: 'PatientName', expected: 'Doe^Jane', observed: 'MRN-4711', uids: [STUDY], count: 3 },
    where: { kind: 'json' as const, pointer: '/0/00100010' },
    exchange: 'T12.1',
    bytes: { offset: 0, expected: '446f655e4a616e65', actual: '00' },
  };
  const told = violation({ claim: 'finds Doe^Jane', expected: 'MRN-4711', actual: '19700102', exchange: 'T12.1' });
  const found = exchange('T12.1', {
    curl: `curl '${BASE}/studies?PatientName=Doe%5EJane' -H 'Cookie: cookie-of-a-session'`,
  });
  const base = resultsOf(
    [
      scenario(
        'T12',
        [
          finding('QIDO-020', 'fail', {
            claim: 'finds Doe^Jane',
            breaches: [wrong, told],
            remark: 'MRN-4711 is "Doe^Jane"',
          }),
          finding('QIDO-001', 'incomplete', { reason: 'prerequisite-failed', remark: 'jane_doe_ct.dcm was refused' }),
        ],
        { data: dataset, pictures: [{ label: 'jane_doe_ct.dcm', actual: png(1, 1), expected: png(1, 1) }] },
      ),
    ],
    [
      {
        ...found,
        request: {
          ...found.request,
          url: `${BASE}/studies?PatientName=Doe^Jane&PatientBirthDate=19700102&limit=5&StudyInstanceUID=${STUDY}`,
          headers: [
            ['Host', 'pacs01.hospital.internal:8443'],
            ['X-Api-Key', 'sesame-open'],
            ['Accept', '*/*'],
          ],
        },
        response: found.response && {
          ...found.response,
          headers: [
            ['Location', `http://viewer-host/studies/${STUDY}`],
            ['Via', '1.1 proxy7'],
            ['Set-Cookie', 'id=cookie-of-a-session'],
          ],
          body: {
            length: 40,
            sha256: 'b'.repeat(64),
            file: 'evidence/T12.1.response',
            excerpt: '"Doe^Jane" http://10.20.30.40/x',
          },
        },
        failure: { code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND pacs01.hospital.internal' },
      },
    ],
  );
  return {
    ...base,
    run: { ...base.run, command: [...command], why: 'connect ECONNREFUSED 10.20.30.40:8443' },
    target: {
      ...base.target,
      baseUrl: BASE,
      authoritiesFile: '/home/ada.lovelace/hospital-ca.pem',
      stated: { product: 'Archive', productVersion: '4.2', environment: 'ward 7', tester: 'Ada Lovelace' },
    },
    plan: { ...base.plan, dataset, studies: [STUDY], stays: `the study of Doe^Jane, ${STUDY}` },
    requirements: base.requirements.map((record) => ({
      ...record,
      baseline: { reason: 'Charles Babbage said so', owner: 'Charles Babbage', expires: '2027-03-31' },
    })),
    answers: [
      {
        exchange: 'T12.1',
        where: wrong.where,
        tree: {
          label: 'RetrieveURL',
          text: 'http://viewer-host/MRN-4711',
          children: [{ label: 'PN', text: 'Doe^Jane' }],
        },
        bytes: { offset: 0, hexadecimal: '7061637330' },
      },
    ],
    remains: [{ studyInstanceUid: STUDY, why: 'jane_doe_ct.dcm was not deleted' }],
  };
}

const OWN = ['dicomweb-harness', 'conformance', '--target', BASE, '--dataset', '/home/ada/jane_doe_ct'];

function textsBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), 'utf8')}`)
    .join('\n');
}

test('nothing of hosts, tokens, people, patients or pixels is in a run that is shared', async () => {
  const original = run(OWN, 'jane_doe_ct');
  const folder = runFolder(original);
  const shared = join(emptyFolder(), 'shared');
  const { exitCode, output } = await outcomeOf(reportCommand(), folder, '--share', shared);
  assert.equal(exitCode, EXIT_CODES.conformant);
  const [before, after] = [textsBelow(folder), textsBelow(shared)];
  const secrets = [...HOSTS, ...TOKENS, ...PEOPLE, ...PATIENT, 'clinic-7', png(1, 1), '446f655e', 'ward 7'];
  for (const secret of secrets) {
    assert.ok(before.includes(secret) || JSON.stringify(original).includes(secret), `${secret} was never there`);
    assert.ok(!after.includes(secret), `${secret} is still there: ${around(after, secret)}`);
  }
  for (const what of readResults(shared).leftOut ?? []) {
    assert.ok(output.includes(what), what);
    assert.ok(readFileSync(join(shared, 'report.html'), 'utf8').includes(what), what);
  }
  assert.equal((await outcomeOf(verifyCommand(), shared)).exitCode, EXIT_CODES.conformant);
});

test('what is left tells the same problems of the same requirements', () => {
  const original = run(OWN, 'jane_doe_ct');
  const shared = sharedResults(original);
  const codes = (results: Results) => causesOf(results).map(({ lead }) => lead.breach.code);
  assert.deepEqual(codes(shared), codes(original));
  assert.deepEqual(shared.summary.counts, original.summary.counts);
  assert.equal(shared.target.stated?.product, 'Archive');
});

test('a folder of a user that is named like the tutorial set is the user’s own', () => {
  const shared = sharedResults(run(['conformance', '--dataset=/home/ada/tutorial'], 'tutorial'));
  assert.ok(!JSON.stringify(shared).includes('Doe^Jane'));
  const ofTutorial = JSON.stringify(sharedResults(run(['conformance'], 'tutorial')));
  assert.ok(ofTutorial.includes('Doe^Jane'));
  for (const left of ['viewer-host', '7061637330']) assert.ok(!ofTutorial.includes(left), left);
});

test('a folder that holds something is not written to', async () => {
  const folder = runFolder(run(OWN, 'jane_doe_ct'));
  const { exitCode, error } = await outcomeOf(reportCommand(), folder, '--share', folder);
  assert.equal(exitCode, EXIT_CODES.usage);
  assert.match(error, /--share: .* is not empty/);
});

function around(text: string, secret: string): string {
  const at = text.indexOf(secret);
  return text.slice(Math.max(0, at - 120), at + 120);
}
