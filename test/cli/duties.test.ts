import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { SUITES } from '../../scenarios/suites.ts';
import { type Ended, harness, smallStudy, temporaryFolder } from './program.ts';
import { programInProcess } from './program-in-process.ts';
import { resultsOf } from './run-folder.ts';
import { instancesOn, profileWithoutDelete, referenceServer } from './servers.ts';

async function play(
  t: TestContext,
  url: string,
  args: readonly string[],
  run = programInProcess,
): Promise<Ended & { readonly out: string }> {
  const out = join(temporaryFolder(t), 'run');
  const dataset = smallStudy(temporaryFolder(t));
  const env = { DICOMWEB_TOKEN: 'of-the-test' };
  return {
    ...(await run(['conformance', ...args, '--target', url, '--dataset', dataset, '--out', out], { env })),
    out,
  };
}

test('the duties are judged alone, on a study that is stored as set-up, and leave nothing on the server', async (t) => {
  const url = await referenceServer(t, { credentials: { kind: 'bearer', token: 'of-the-test' } });
  const ended = await play(t, url, ['duties', '--fail-on', 'warn'], harness);
  assert.equal(ended.code, EXIT_CODES.conformant, ended.stdout);
  const { scenarios, plan, remains, summary } = resultsOf(ended.out, ended);
  assert.deepEqual(
    scenarios.map(({ id, verdict }) => `${id} ${verdict}`),
    SUITES.duties.map(({ id }) => `${id} pass`),
  );
  assert.equal(summary.verdict, 'conformant');
  assert.deepEqual(
    scenarios.flatMap(({ pictures }) => pictures.map(({ label }) => label.replace(/.*(?=rendered)/, ''))),
    ['rendered as image/jpeg', 'rendered as image/png'],
  );
  assert.match(ended.stderr, / set-up +T03 /);
  const copies = SUITES.duties.reduce((sum, scenario) => sum + (scenario.copies ?? 0), 0);
  assert.deepEqual([plan.instances, plan.copies, plan.stays, remains], [3 + copies, copies, null, []]);
  const announced = `Writes  ${3 + copies} instances, .*, of which copies under fresh study UIDs: ${copies}`;
  assert.match(ended.stderr, new RegExp(announced));
});

test('what a duty stores beside the study is announced, and stays where the server never deletes', async (t) => {
  const url = await referenceServer(t);
  const ended = await play(t, url, ['--scenario', 'partial-store', '--profile', profileWithoutDelete(t)]);
  const { plan, remains } = resultsOf(ended.out, ended);
  assert.match(
    plan.stays ?? '',
    /^3 instances of study .*, and up to 2 copies under fresh study UIDs: the server offers/,
  );
  assert.equal(remains.length, 4, 'the study and the one copy that belonged where it was stored');
  assert.deepEqual(remains.map(({ sopInstanceUid }) => sopInstanceUid).sort(), await instancesOn(url));
});
