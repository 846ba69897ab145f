import { FAULTS } from '../../lib/reference-server/faults/index.ts';
import { NULL_SERVERS } from '../../lib/reference-server/null/index.ts';
import { ODD_SERVERS } from '../../lib/reference-server/odd/index.ts';
import { playedDuration, type Sick } from '../matrix/played-duration.ts';

/**
 * Prints how long tutorial and duties last on each faulty, odd and hollow server, and beyond a healthy one, longest last; ends
 * with 1 where one of them costs more than a minute: `npm run slow-servers [-- ID…]`. `--part 1/2` plays every second one.
 */
const MOST_SECONDS = 60;
/** As in a run without settings. */
const TIMEOUT_MS = 30_000;

const at = process.argv.indexOf('--part');
const [part = 1, parts = 1] = (at < 0 ? '1/1' : (process.argv[at + 1] ?? '')).split('/').map(Number);
const wanted = process.argv.slice(2).filter((_, index) => at < 0 || (index !== at - 2 && index !== at - 1));
const all: readonly (readonly [id: string, sick: Sick])[] = [
  ...FAULTS.filter(({ scenarios }) => scenarios.length > 0).map(({ id }) => [id, { fault: id }] as const),
  ...ODD_SERVERS.map(({ id }) => [id, { odd: id }] as const),
  // What answers no request costs as long as requests are waited for, which `--timeout` says.
  ...NULL_SERVERS.filter(({ id }) => id !== 'very-slow').map(({ id }) => [id, { hollow: id }] as const),
];
const chosen = all.filter(
  ([id], index) => (wanted.length === 0 || wanted.includes(id)) && index % parts === (part - 1) % parts,
);
await playedDuration(null, TIMEOUT_MS);
const healthy = await playedDuration(null, TIMEOUT_MS);
const measured: { readonly id: string; readonly more: number; readonly line: string }[] = [];
for (const [id, sick] of chosen) {
  const { waited, elapsed } = await playedDuration(sick, TIMEOUT_MS);
  const more = waited + elapsed - healthy.waited - healthy.elapsed;
  const line = `${more.toFixed(1).padStart(6)} s more: waited ${waited.toFixed(1)}, gone by ${elapsed.toFixed(1)}  ${id}`;
  console.error(line);
  measured.push({ id, more, line });
}
const sorted = measured.toSorted((left, right) => left.more - right.more);
console.log(
  [`healthy: ${(healthy.waited + healthy.elapsed).toFixed(1)} s`, ...sorted.map(({ line }) => line)].join('\n'),
);
const over = sorted.filter(({ more }) => more > MOST_SECONDS).map(({ id }) => id);
console.log(over.length === 0 ? `none costs more than ${MOST_SECONDS} s` : `over ${MOST_SECONDS} s: ${over.join(' ')}`);
process.exitCode = over.length === 0 ? 0 : 1;
