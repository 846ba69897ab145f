import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { scenariosFor } from '../../lib/cli/reference-server-matrix.ts';
import { on } from '../../lib/reference-server/changes/answers.ts';
import { refuse } from '../../lib/reference-server/changes/refuse.ts';
import { FAULTS } from '../../lib/reference-server/faults/index.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import { bodiesIn } from '../../lib/reproduction/evidence.ts';
import { SHARED_FILE, scriptOf } from '../../lib/reproduction/script.ts';
import { sharedSteps } from '../../lib/reproduction/shared-steps.ts';
import { causesOf } from '../../lib/results/first-cause.ts';
import { playWithExchanges } from '../../lib/run/in-process.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { ofTheDay } from '../support/of-the-day.ts';
import { startScriptRunner } from './script-runner.ts';

const DATASET = tutorialDataset({ rows: 33, columns: 35 });

/** The first fault of each kind of breach that can be seen where nothing is ever deleted. */
const FIRST_OF_KIND = FAULTS.filter(
  ({ breach, scenarios, requirements }, index) =>
    scenarios.length > 0 &&
    FAULTS.findIndex((other) => other.breach === breach) === index &&
    !requirements.every((id) => id.startsWith('DELETE-')),
);

/** A server with this fault, or without any, that deletes nothing. */
function serverWithoutDelete(fault: string | null) {
  const refusesDelete = refuse(on('delete'), 405, 'nothing is deleted here', [['Allow', 'GET, HEAD, POST']]);
  const faults = FAULTS.filter(({ id }) => id === fault).map(({ behaviour }) => behaviour());
  return startServer({ behaviours: [...faults, refusesDelete] });
}

const scripts = startScriptRunner();
const shown: { fault: string; broken: string; sound: string; again: string }[] = [];

async function show(fault: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dicomweb-harness-without-delete-'));
  const [server, sound] = await Promise.all([serverWithoutDelete(fault), serverWithoutDelete(null)]);
  try {
    const target = resolveTarget({ target: server.baseUrl, embedded: true, timeoutMs: 2_000 }, {});
    const profile = { ...target.profile, visibilityWindowMs: 500 };
    const played = { ...target, profile };
    const { scenarios, exchanges } = await playWithExchanges(scenariosFor(fault), played, DATASET, { keepIn: folder });
    const { baseUrl, roots } = target;
    const expected = FAULTS.find(({ id }) => id === fault)?.breach;
    const cause = causesOf({ scenarios, exchanges, target: { baseUrl, roots } }).find(
      ({ lead }) => lead.breach.code === expected,
    );
    if (!cause) return;
    const facts = { exchanges, target: { baseUrl, authentication: 'none' } } as const;
    const script = scriptOf(facts, cause.lead, bodiesIn(folder), { file: 'tickets/1.sh', comments: [fault] });
    if ('why' in script) return;
    const tickets = join(folder, 'tickets');
    mkdirSync(tickets);
    writeFileSync(join(tickets, SHARED_FILE), sharedSteps());
    writeFileSync(join(tickets, '1.sh'), script.text);
    const said = async (url: string) => (await scripts.run(join(tickets, '1.sh'), url)).stdout.trim();
    // The run's own study is there still; on the sound server it is that of the first script.
    const [broken, first] = await Promise.all([said(server.baseUrl), said(sound.baseUrl)]);
    shown.push({ fault, broken, sound: first, again: await said(sound.baseUrl) });
  } finally {
    await Promise.all([server.close(), sound.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A script cannot tell what these answer after a store under fresh UIDs: another entity tag is due then. */
const TOLD_BY_UIDS = ['etag-of-every-type'];

const queue = ofTheDay(FIRST_OF_KIND, 12).flatMap(({ id }) => (TOLD_BY_UIDS.includes(id) ? [] : [id]));
const next = async (): Promise<void> => {
  for (let fault = queue.shift(); fault !== undefined; fault = queue.shift()) await show(fault);
};
await Promise.all([next(), next(), next(), next()]);
scripts.end();

const saying = (key: 'broken' | 'sound' | 'again', word: string) =>
  shown.filter((one) => !one[key].startsWith(word)).map((one) => `${one.fault}: ${one[key]}`);

test('where nothing is deleted, a script uses fresh UIDs and shows the fault again', () => {
  assert.ok(shown.length >= 8, `only ${shown.length} have a script`);
  assert.deepEqual(saying('broken', 'STILL BROKEN'), []);
});

test('where nothing is deleted, a script says FIXED of a server without the fault, and says so again', () => {
  assert.deepEqual(saying('sound', 'FIXED'), []);
  assert.deepEqual(saying('again', 'FIXED'), []);
});
