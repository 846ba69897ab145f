import type { KeptBodies } from '../lib/reproduction/evidence.ts';
import { type Script, scriptOf } from '../lib/reproduction/script.ts';
import type { Cause } from '../lib/results/first-cause.ts';
import { ticketName } from '../lib/results/named-cause.ts';
import type { Results } from '../lib/results/results.ts';
import { visible } from './visible-text.ts';
import { teller } from './words/tell.ts';

/** How a finding is shown again. */
export interface Recipe {
  /** Name of its files in the folder `tickets`, without the ending. */
  readonly name: string;
  /** Has the harness play and judge it again, in the folder of the run. */
  readonly replay: string;
  /** Shows it with curl alone. */
  readonly script: Script;
}

/** The recipe of each cause by its id. */
export function recipesOf(results: Results, causes: readonly Cause[], bodies: KeptBodies): ReadonlyMap<string, Recipe> {
  const tell = teller(results);
  return new Map(
    causes.map((cause, index) => {
      const name = ticketName(index, cause);
      const { headline, expected, observed } = tell(cause.lead.breach).english;
      const comments = [
        visible(headline, 300),
        ...(expected === '' ? [] : [`Expected: ${visible(expected, 300)}`]),
        ...(observed === '' ? [] : [`Observed: ${visible(observed, 300)}`]),
        `Rule: ${visible(cause.lead.finding.requirement, 40)}`,
      ];
      const script = scriptOf(results, cause.lead, bodies, { file: `tickets/${name}.sh`, comments });
      return [cause.id, { name, replay: `dicomweb-harness replay . ${index + 1}`, script }];
    }),
  );
}
