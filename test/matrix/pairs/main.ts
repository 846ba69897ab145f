import { parseArgs } from 'node:util';
import { scenariosFor } from '../../../lib/cli/reference-server-matrix.ts';
import { randomFrom } from '../../../lib/portable/random.ts';
import { FAULTS } from '../../../lib/reference-server/faults/index.ts';
import { causesOf } from '../../../lib/results/first-cause.ts';
import { SCENARIOS } from '../../../scenarios/suites.ts';
import { playFaults } from '../../reports/play-fault.ts';
import { sampled } from '../../support/of-the-day.ts';
import { type Alone, playAlone } from './alone.ts';
import { pairsOf, toldOfPairs } from './pairs.ts';

const HELP = `npm run fault-pairs -- [options]

Lays every two faults of the reference server together and says whether both are told. Takes 6 minutes alone.

  --sample N   only N pairs, drawn by the seed
  --seed N     draws other pairs; default: 1
  --play N     plays N of the pairs for real as well
  -h, --help   shows this

Examples:
  npm run fault-pairs
  npm run fault-pairs -- --sample 5000 --seed 7 --play 20

Exits with 1 where one of a pair is hidden without a reason.
`;
const { values } = options();
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const random = randomFrom(Number(values.seed ?? 1));
const [clean, ...alone] = await playAlone(FAULTS.filter(({ scenarios }) => scenarios.length > 0).map(({ id }) => id));
if (!clean) throw new RangeError('the server without a fault was not played');
const every = pairsOf(alone);
const pairs = values.sample === undefined ? every : sampled(every, Number(values.sample), random);
const { told, reasons, hidden } = toldOfPairs(pairs, clean);
process.stdout.write(`${pairs.length} pairs of ${alone.length} faults: both are told of ${told}.\n`);
for (const [reason, count] of reasons) process.stdout.write(`  ${count} of which one is not to be seen: ${reason}\n`);
process.stdout.write(
  `  ${hidden.length} of which one is hidden without a reason\n${hidden.map((pair) => `    ${pair}\n`).join('')}`,
);
for (const [one, other] of sampled(pairs, Number(values.play ?? 0), random)) {
  process.stdout.write(`played ${one.fault} + ${other.fault}: ${await played(one, other)}\n`);
}
process.exitCode = hidden.length > 0 ? 1 : 0;

function options() {
  try {
    return parseArgs({
      options: {
        seed: { type: 'string' },
        sample: { type: 'string' },
        play: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    return process.exit(2);
  }
}

/** What a server with both faults is told. */
async function played(one: Alone, other: Alone): Promise<string> {
  const faults = [one.fault, other.fault].filter((fault) => fault !== null);
  const meet = new Set(faults.flatMap((fault) => scenariosFor(fault)));
  const results = await playFaults(
    SCENARIOS.filter((scenario) => meet.has(scenario)),
    faults,
  );
  const leads = causesOf(results).map(({ lead }) => lead.breach.code);
  const seen = results.scenarios.flatMap(({ findings }) => findings.flatMap(({ breaches }) => breaches));
  const missing = [one, other].filter(({ lead }) => lead && !leads.includes(lead.code));
  const words = missing.map(
    ({ lead }) => `${lead?.code} ${seen.some(({ code }) => code === lead?.code) ? 'joined' : 'not seen'}`,
  );
  return words.length === 0 ? 'both are told' : words.join(', ');
}
