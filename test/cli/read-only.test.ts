import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Command } from 'commander';
import { conformanceCommand } from '../../lib/cli/conformance.ts';
import { loadCommand } from '../../lib/cli/load.ts';
import { doctorCommand } from '../../lib/cli/set-up/doctor.ts';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { readHeldStudy } from '../../lib/run/held-study.ts';
import { playWithExchanges } from '../../lib/run/in-process.ts';
import { isWriting } from '../../lib/run/scenario.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';
import { play } from '../load/play.ts';
import { startUnhurriedServer } from '../load/unhurried-server.ts';
import { globSync } from '../support/glob.ts';
import { countingServer } from './counting-server.ts';
import { harness, temporaryFolder } from './program.ts';
import { programInProcess } from './program-in-process.ts';
import { resultsOf } from './run-folder.ts';

const ASKING = ['GET', 'HEAD', 'OPTIONS'];
const aborting = new AbortController().signal;

function targetAt(url: string) {
  return resolveTarget({ target: url, embedded: false, isReadOnly: true }, {});
}

async function heldStudy(folder: string, url: string, study: string | null) {
  const said: string[] = [];
  const target = targetAt(url);
  const read = await readHeldStudy({ target, study, folder, signal: aborting, say: (line) => said.push(line) });
  return { ...read, said };
}

test('a read-only conformance run sends no method that writes, says so, and keeps no claim on what it read', async (t) => {
  const { url, study, methods } = await countingServer(t);
  const out = join(temporaryFolder(t), 'run');
  const flags = ['--read-only', '--target', url, '--out', out, '--scenario', 'T09', '--scenario', 'T12'];
  const ended = await harness(['conformance', ...flags]);
  assert.equal(ended.code, EXIT_CODES.conformant, ended.stderr);
  assert.deepEqual([...methods.keys()], ['GET']);
  assert.match(ended.stderr, new RegExp(`study ${study}, 3 instances, picked by a search`));
  const { plan, remains, scenarios } = resultsOf(out, ended);
  assert.deepEqual([plan.isReadOnly, plan.studies, remains], [true, [study], []]);
  assert.deepEqual(
    scenarios.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id),
    ['T09', 'T12'],
  );
  const page = readFileSync(join(out, 'report.html'), 'utf8');
  assert.match(page, /id="read-only"[^>]*>Read-only run:[^<]*patient data/);
  assert.match(ended.stdout, /Read-only run/);
  assert.equal((await programInProcess(['clean-up', out])).code, EXIT_CODES.conformant);
  assert.deepEqual([...methods.keys()], ['GET']);
});

test('every scenario that a read-only run plays only asks, and is judged by the study that is there', async (t) => {
  const { url, study, methods } = await countingServer(t);
  const { dataset } = await heldStudy(temporaryFolder(t), url, study);
  const played = SCENARIOS.filter((scenario) => !isWriting(scenario));
  const { scenarios, exchanges } = await playWithExchanges(played, targetAt(url), dataset);
  assert.deepEqual(
    [...methods.keys()].filter((method) => !ASKING.includes(method)),
    [],
  );
  assert.deepEqual(
    exchanges.filter(({ failure }) => failure?.code === 'refused-read-only').map(({ id }) => id),
    [],
  );
  const unlike = scenarios.filter(({ verdict }) => verdict !== 'pass').map(({ id, verdict }) => `${id} ${verdict}`);
  assert.deepEqual(unlike, ['challenge incomplete', 'access incomplete']);
});

test('a breach is found by what retrieve gave', async (t) => {
  const { url, study } = await countingServer(t, await startReferenceServer({ faults: ['frame-bit-flipped'] }));
  const { dataset } = await heldStudy(temporaryFolder(t), url, study);
  const frames = SCENARIOS.filter(({ id }) => id === 'T11');
  const { scenarios } = await playWithExchanges(frames, targetAt(url), dataset);
  assert.deepEqual(
    scenarios.map(({ verdict }) => verdict),
    ['fail'],
  );
});

test('an instance that only the metadata list is read by its own path, so that the retrieve without it fails', async (t) => {
  const { url, study } = await countingServer(t, await startReferenceServer({ faults: ['study-misses-one'] }));
  const folder = temporaryFolder(t);
  const { dataset, said } = await heldStudy(folder, url, null);
  assert.equal(dataset.instances.length, 3);
  assert.match(said.join(), new RegExp(`study ${study}, 3 instances`));
  assert.equal(readdirSync(join(folder, 'study')).length, 3);
  const { scenarios } = await playWithExchanges(
    SCENARIOS.filter(({ id }) => id === 'T04'),
    targetAt(url),
    dataset,
  );
  assert.equal(scenarios[0]?.verdict, 'fail');
});

test('a study that is not there, and a server without any, end the run before it begins', async (t) => {
  const { url } = await countingServer(t);
  await assert.rejects(heldStudy(temporaryFolder(t), url, '1.2.3.4'), /study 1\.2\.3\.4 cannot be read.*404/);
});

test('load scripts that only ask send no method that writes', async (t) => {
  const { url, study, methods } = await countingServer(t, await startUnhurriedServer());
  for (const script of ['wado', 'qido'] as const) {
    const { measured } = await play(null, script, { TARGET: url, STUDIES: study, VUS: '1', DURATION: '1s' });
    assert.equal(measured.error, null);
    assert.equal(measured.exitCode, 0);
  }
  assert.deepEqual([...methods.keys()], ['GET']);
  assert.ok((methods.get('GET') ?? 0) > 10);
  await play(null, 'stow', { TARGET: url, STUDIES: study, VUS: '1', DURATION: '1s' });
  assert.deepEqual([...methods.keys()], ['GET'], 'a script that stores is refused where it sends');
});

test('doctor sends no method that writes', async (t) => {
  const { url, methods } = await countingServer(t);
  const { stderr } = await programInProcess(['doctor', '--read-only', '--target', url], { cwd: temporaryFolder(t) });
  assert.ok((methods.get('GET') ?? 0) > 0, stderr);
  assert.deepEqual(
    [...methods.keys()].filter((method) => !ASKING.includes(method)),
    [],
  );
});

test('--read-only refuses what would write, before anything is sent', async () => {
  const dead = ['--read-only', '--target', 'http://127.0.0.1:1'];
  const refused: readonly (readonly [args: readonly string[], why: RegExp])[] = [
    [['load', 'stow', ...dead], /stow stores or deletes[\s\S]*wado and qido/],
    [['load', 'mixed', ...dead], /mixed stores or deletes/],
    [['load', 'wado', ...dead, '--corpus', '5'], /no use for --corpus/],
    [['conformance', ...dead, '--scenario', 'T01'], /T01 sends more than GET/],
    [['conformance', ...dead, '--dataset', 'x'], /no use for --dataset/],
    [['conformance', ...dead, '--study', 'x'], /"x" is no UID/],
    [['doctor', '--write', ...dead], /read-only/],
    [['conformance', '--read-only'], /needs --target/],
    [['conformance', '--study', '1.2.3'], /which is not given/],
  ];
  for (const [args, why] of refused) {
    const { code, stderr } = await programInProcess(args);
    assert.equal(code, EXIT_CODES.usage, args.join(' '));
    assert.match(stderr, why);
  }
});

test('the commands that offer --read-only are those that are tested here', () => {
  const offers = (command: Command) => command.options.some(({ long }) => long === '--read-only');
  assert.deepEqual([conformanceCommand(), loadCommand(), doctorCommand()].filter(offers).length, 3);
  const others = globSync('lib/cli', '.ts').filter((file) => readFileSync(file, 'utf8').includes("'--read-only'"));
  assert.deepEqual(others.sort(), ['lib/cli/conformance.ts', 'lib/cli/load.ts', 'lib/cli/set-up/doctor.ts']);
});
