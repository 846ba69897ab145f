import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, test } from 'node:test';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import type { Answer } from '../../lib/reference-server/message.ts';
import { openDataset } from '../../lib/run/open-session.ts';
import { readSetup } from '../../lib/run/setup.ts';
import { cleanEnvironment, harness, smallStudy, temporaryFolder } from './program.ts';
import { programInProcess } from './program-in-process.ts';
import { clientFor, deadPort, instancesOn, profileWithoutDelete, referenceServer } from './servers.ts';

/** Runs a script of a ticket to its end. */
async function runScript(args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...cleanEnvironment(), PATIENCE: '1' };
  const child = spawn('bash', args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ]);
  return { code, stdout, stderr };
}

describe('replay', () => {
  test('says of a finding whether it is still there, and leaves nothing behind', async (t) => {
    const broken = await referenceServer(t, { faults: ['delete-instance-removes-series'] });
    const mended = await referenceServer(t);
    const run = join(temporaryFolder(t), 'run');
    const scope = ['--dataset', smallStudy(temporaryFolder(t)), '--scenario', 'T18'];
    const judged = await programInProcess(['conformance', '--target', broken, '--out', run, ...scope]);
    assert.equal(judged.code, EXIT_CODES.findings, judged.stderr);

    const again = await harness(['replay', run, '1']);
    assert.deepEqual([again.code, again.stdout], [1, 'STILL BROKEN. The same breach was seen again.\n'], again.stderr);
    const fixed = await programInProcess(['replay', run, '1', '--target', mended]);
    assert.equal(fixed.code, EXIT_CODES.conformant, fixed.stderr);
    assert.match(fixed.stdout, /^FIXED\. DELETE-\d+ was judged again, and the breach was not seen\.$/m);
    assert.deepEqual(await Promise.all([broken, mended].map((url) => instancesOn(url))), [[], []]);

    const [name = ''] = readdirSync(join(run, 'tickets')).filter((file) => /^001-.*\.sh$/.test(file));
    const script = (url: string) => runScript([join(run, 'tickets', name), url]);
    const [shown, gone] = await Promise.all([broken, mended].map(script));
    assert.deepEqual([shown?.code, gone?.code], [1, 0], `${shown?.stderr}${gone?.stderr}`);
    assert.match(`${shown?.stdout}${gone?.stdout}`, /^STILL BROKEN\. .*\nFIXED\. .*\n$/);
    assert.deepEqual(await Promise.all([broken, mended].map((url) => instancesOn(url))), [[], []]);

    const { dataset, freshUids } = readSetup(run);
    const [theirs] = openDataset(dataset, freshUids).instances;
    assert.ok(theirs);
    await clientFor(t, mended).store([theirs.source]);
    // Where the study of the run is there, the script stores under other UIDs, and leaves what is there alone.
    const beside = await script(mended);
    assert.match(beside.stdout, /^FIXED\. /m, beside.stderr);
    assert.deepEqual([beside.code, await instancesOn(mended)], [0, [theirs.instance]]);

    const unknown = await programInProcess(['replay', run, 'T99']);
    assert.equal(unknown.code, EXIT_CODES.usage);
    assert.match(unknown.stderr, /no finding "T99"; it has: 1 \(DELETE-/);
    const dead = await programInProcess(['replay', run, '1', '--target', await deadPort()]);
    assert.deepEqual([dead.code, dead.stdout.slice(0, 12)], [EXIT_CODES.unreachable, 'CANNOT TELL.']);

    rmSync(join(run, 'run.json'));
    const shared = await programInProcess(['replay', run, '1']);
    assert.equal(shared.code, EXIT_CODES.usage);
    assert.match(shared.stderr, /has no run\.json/);
  });

  test('cannot tell under a profile that denies what is asked', async (t) => {
    const run = join(temporaryFolder(t), 'run');
    const scope = ['--dataset', smallStudy(temporaryFolder(t)), '--scenario', 'T18'];
    const broken = await referenceServer(t, { faults: ['delete-answers-500'] });
    await programInProcess(['conformance', '--target', broken, '--out', run, ...scope]);
    const setup = join(run, 'run.json');
    const { target, ...rest } = JSON.parse(readFileSync(setup, 'utf8'));
    writeFileSync(setup, JSON.stringify({ ...rest, target: { ...target, profile: profileWithoutDelete(t) } }));
    const ended = await programInProcess(['replay', run, '1', '--target', await referenceServer(t)]);
    assert.equal(ended.code, EXIT_CODES.notDecided, ended.stderr);
    assert.match(ended.stdout, /^CANNOT TELL\. DELETE-\d+ was not judged again \(not-claimed: /);
  });

  test('plays what the run had played before where the scenarios alone do not show it', async (t) => {
    const framesGiven = new Map<string, Answer>();
    const keepsFrames: Behaviour = {
      async handle(request, archive, next) {
        const { operation, instance = '', frames = '' } = request.route;
        if (operation !== 'frames') return next(request, archive);
        const key = `${instance} ${frames}`;
        const answer = framesGiven.get(key) ?? (await next(request, archive));
        if (answer.status === 200) framesGiven.set(key, answer);
        return answer;
      },
    };
    const server = await startServer({ behaviours: [keepsFrames] });
    t.after(() => server.close());
    const run = join(temporaryFolder(t), 'run');
    const scope = ['--dataset', smallStudy(temporaryFolder(t)), ...['T11', 'T18'].flatMap((id) => ['--scenario', id])];
    await programInProcess(['conformance', '--target', server.baseUrl, '--out', run, ...scope]);
    const again = await programInProcess(['replay', run, 'DELETE-005']);
    assert.match(again.stderr, /^Not seen by its scenarios alone: all that the run had played before/m);
    assert.match(again.stdout, /^STILL BROKEN\. /m, again.stderr);
    const fixed = await programInProcess(['replay', run, 'DELETE-005', '--target', await referenceServer(t)]);
    assert.match(fixed.stdout, /^FIXED\. /m, fixed.stderr);
  });
});
