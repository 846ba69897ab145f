/** @jsxImportSource preact */
import type { Results } from '../../../lib/results/results.ts';
import { GRAVEST_FIRST, summaryRows } from '../../summary-table.ts';
import { visible } from '../../visible-text.ts';
import { Badge } from '../badge.tsx';
import { say } from '../say.ts';

/** Requirements by level and verdict. */
export function Counts({ results }: { readonly results: Results }) {
  const rows = summaryRows(results);
  if (rows.length === 0) return null;
  return (
    <table class="counts" id="counts">
      <caption {...say('requirements')} />
      <thead>
        <tr>
          <th scope="col" {...say('level')} />
          {GRAVEST_FIRST.map((verdict) => (
            <th scope="col" class="number" key={verdict}>
              <Badge verdict={verdict} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ level, counts }) => (
          <tr key={level} data-level={level}>
            <th scope="row">{visible(level, 40)}</th>
            {GRAVEST_FIRST.map((verdict) => (
              <td class={`number ${counts[verdict] > 0 ? verdict : 'zero'}`} key={verdict} data-verdict={verdict}>
                {counts[verdict]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
