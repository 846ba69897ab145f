/**
 * `npm run unforeseen`: servers with defects that nobody made the harness for, and what it tells of each.
 *
 *   --half a|b|c|d  only one half, or the third or fourth set: judge b, c and d before anything is mended, mend by a
 *   --only ID       only this defect; may be given several times
 *   --json FILE     keeps what was told; what it has already is not played again
 *   --log           prints every request of the runs, ≠ before those with another answer
 *   -h, --help      shows this
 *
 * Sets a and b are of one stranger, c and d of two others; d holds single breaches, pairs of them, and liberties.
 * Two are played at a time, each for a minute at most. It has no exit code of its own: a person judges what it prints.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEFECTS as HALF_A } from './half-a/index.ts';
import { DEFECTS as HALF_B } from './half-b/index.ts';
import { DEFECTS as HALF_C } from './half-c/index.ts';
import { DEFECTS as HALF_D } from './half-d/index.ts';
import type { Defect } from './kit/defect.ts';
import { playDefect } from './play.ts';
import { printed, type Told, toldOf } from './told.ts';

const BOUND_MS = 60_000;
const AT_ONCE = 2;

const { values: flags } = parseArgs({
  options: {
    half: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
    json: { type: 'string' },
    log: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (flags.help) {
  const [, header = ''] = readFileSync(new URL(import.meta.url), 'utf8').split(/^\/\*\*\n| \*\/\n/m);
  console.log(header.replaceAll(/^ \* ?/gm, '').trimEnd());
  process.exit(0);
}

const sets = { a: HALF_A, b: HALF_B, c: HALF_C, d: HALF_D };
const all = Object.entries(sets).flatMap(([name, set]) => (flags.half === undefined || flags.half === name ? set : []));
const chosen = flags.only.length > 0 ? all.filter(({ id }) => flags.only.includes(id)) : all;
const known = new Map(
  (flags.json && existsSync(flags.json) ? readTold(flags.json) : []).map((told) => [told.id, told]),
);
const waiting = [...chosen];
await Promise.all(Array.from({ length: AT_ONCE }, playWaiting));
const shown = chosen.flatMap(({ id }) => known.get(id) ?? []);
const unseen = shown.filter(({ different }) => different === 0).map(({ id }) => id);
const seconds = shown.reduce((sum, told) => sum + told.seconds, 0);
console.log(`\n${shown.length} defects, ${seconds.toFixed(0)} s`);
if (unseen.length > 0) console.log(`No answer differs in: ${unseen.join(', ')}`);

async function playWaiting(): Promise<void> {
  for (let defect = waiting.shift(); defect !== undefined; defect = waiting.shift()) {
    const told = known.get(defect.id) ?? (await play(defect));
    known.set(defect.id, told);
    if (flags.json) writeFileSync(flags.json, `${JSON.stringify([...known.values()], null, 1)}\n`);
    console.log(`${printed(defect, told)}\n`);
  }
}

async function play(defect: Defect): Promise<Told> {
  const played = await playDefect(defect, BOUND_MS);
  if (flags.log) console.log(played.effects.log.join('\n'));
  return toldOf(defect, played);
}

function readTold(file: string): readonly Told[] {
  return JSON.parse(readFileSync(file, 'utf8')) as Told[];
}
