/** @jsxImportSource preact */

import { groupByKeys } from '../../lib/results/group-by-keys.ts';
import type { Results } from '../../lib/results/results.ts';
import { rollUp } from '../../lib/results/rollup.ts';
import type { Verdict } from '../../lib/results/verdict.ts';
import { GRAVEST_FIRST } from '../summary-table.ts';
import { visible } from '../visible-text.ts';
import { say } from './say.ts';
import { ScrollingTable } from './scrolling-table.tsx';

type Cell = Readonly<Record<Verdict, number>>;

/** Service by kind of data: where a server is weak, at a glance. */
export function Matrix({ results }: { readonly results: Results }) {
  const services = [...new Set(results.scenarios.map(({ service }) => service))];
  const kinds = [...new Set(results.scenarios.map((scenario) => scenario.data ?? results.plan.dataset))];
  if (services.length === 0) return null;
  return (
    <section id="matrix">
      <h2 {...say('matrix')} />
      <p class="faint" {...say('matrixCells')} />
      <ScrollingTable word="matrix">
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col" {...say('service')} />
              {kinds.map((kind) => (
                <th scope="col" key={kind}>
                  {visible(kind, 60)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {services.map((service) => (
              <tr key={service}>
                <th scope="row">{visible(service, 40)}</th>
                {kinds.map((kind) => (
                  <MatrixCell key={kind} cell={cellOf(results, service, kind)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollingTable>
    </section>
  );
}

function MatrixCell({ cell }: { readonly cell: Cell | null }) {
  if (cell === null) return <td class="zero">–</td>;
  return (
    <td>
      <span class="wrap">
        {GRAVEST_FIRST.filter((verdict) => cell[verdict] > 0).map((verdict) => (
          <span class={`tally ${verdict}`} key={verdict}>
            {cell[verdict]} <span {...say(verdict)} />
          </span>
        ))}
      </span>
    </td>
  );
}

/** Requirements by the verdict that their findings in this service and on this data roll up to. */
function cellOf({ scenarios, plan }: Results, service: string, kind: string): Cell | null {
  const here = scenarios.filter((scenario) => scenario.service === service && (scenario.data ?? plan.dataset) === kind);
  if (here.length === 0) return null;
  const counts = { pass: 0, info: 0, incomplete: 0, warn: 0, fail: 0 };
  const findings = here.flatMap((scenario) => scenario.findings);
  for (const group of groupByKeys(findings, ({ requirement }) => [requirement])) counts[rollUp(group).verdict]++;
  return counts;
}
