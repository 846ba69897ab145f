import { parseArgs } from 'node:util';
import { FAULTS } from '../../lib/reference-server/faults/index.ts';
import { NULL_SERVERS } from '../../lib/reference-server/null/index.ts';
import { ODD_SERVERS } from '../../lib/reference-server/odd/index.ts';
import { playedDuration, type Sick } from '../matrix/played-duration.ts';

const HELP = `npm run slow-servers -- [options] [ID…]

Prints how long tutorial and duties last on each faulty, odd and hollow server, or on those named, beyond a healthy one;
the longest comes last. What a run waits for is counted by a clock that is set on, so no time goes by for it.

  --part N/M   plays every M-th server, beginning with the N-th
  -h, --help   shows this

Examples:
  npm run slow-servers
  npm run slow-servers -- --part 1/2
  npm run slow-servers -- store-replaces-series

Exits with 1 where a server costs more than a minute.
`;
const MOST_SECONDS = 60;
/** As in a run without settings. */
const TIMEOUT_MS = 30_000;

const { values, positionals: wanted } = options();
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const [part = 1, parts = 1] = (values.part ?? '1/1').split('/').map(Number);
const all: readonly (readonly [id: string, sick: Sick])[] = [
  ...FAULTS.filter(({ scenarios }) => scenarios.length > 0).map(({ id }) => [id, { fault: id }] as const),
  ...ODD_SERVERS.map(({ id }) => [id, { odd: id }] as const),
  // A server that answers no request costs as many time-outs as there are requests, however long a time-out is.
  ...NULL_SERVERS.filter(({ id }) => id !== 'very-slow').map(({ id }) => [id, { hollow: id }] as const),
];
const unknown = wanted.filter((one) => !all.some(([id]) => id === one));
if (unknown.length > 0) {
  process.stderr.write(`No such server: ${unknown.join(', ')}.\n`);
  process.exit(2);
}
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

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { part: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    return process.exit(2);
  }
}
