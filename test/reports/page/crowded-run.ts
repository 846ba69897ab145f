import type { Results } from '../../../lib/results/results.ts';
import { exchange, finding, resultsOf, scenario, violation } from '../fixtures.ts';

/** Three thousand breaches of different causes, which no server will ever have; the page has to open all the same. */
export function crowdedRun(count = 3_000): Results {
  const scenarios = Array.from({ length: count / 10 }, (_, index) =>
    scenario(
      `S${index}`,
      Array.from({ length: 10 }, (_, inner) =>
        finding('JSON-001', 'fail', {
          exchanges: [`S${index}.1`],
          claim: `writes element ${index}-${inner} as the model has it`,
          breaches: [
            violation({
              claim: `${index}-${inner}`,
              exchange: `S${index}.1`,
              expected: '{"vr":"PN","Value":[{"Alphabetic":"Anony^Mous"}]}',
              actual: `{"vr":"PN","Value":["Anony^Mous ${index}-${inner}"]}`,
              where: { kind: 'json', pointer: `/0/${(index * 10 + inner).toString(16).padStart(8, '0')}x` },
            }),
          ],
        }),
      ),
      { verdict: 'fail' },
    ),
  );
  return resultsOf(
    scenarios,
    scenarios.map(({ id }) => exchange(`${id}.1`)),
  );
}
