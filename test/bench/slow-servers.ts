import { FAULTS } from '../../lib/reference-server/faults/index.ts';
import { ODD_SERVERS } from '../../lib/reference-server/odd/index.ts';
import { type Sick, secondsWaited } from '../matrix/played-duration.ts';

/** Prints how long tutorial and duties wait on each faulty and each odd server, longest last: `npx tsx test/bench/slow-servers.ts [ID…]`. */
const wanted = process.argv.slice(2);
const all: readonly (readonly [id: string, sick: Sick])[] = [
  ...FAULTS.filter(({ scenarios }) => scenarios.length > 0).map(({ id }) => [id, { fault: id }] as const),
  ...ODD_SERVERS.map(({ id }) => [id, { odd: id }] as const),
];
const measured: (readonly [seconds: number, id: string])[] = [];
for (const [id, sick] of all.filter(([id]) => wanted.length === 0 || wanted.includes(id)))
  measured.push([await secondsWaited(sick), id]);
for (const [seconds, id] of measured.toSorted(([left], [right]) => left - right))
  console.log(seconds.toFixed(1).padStart(6), id);
