/** @jsxImportSource preact */
import { LEVELS } from '../../../lib/requirements/requirement.ts';
import { GRAVEST_FIRST } from '../../summary-table.ts';
import { Badge } from '../badge.tsx';
import { say } from '../say.ts';

/** What the verdicts and the levels mean; the contents lead here from everywhere on the page. */
export function Legend() {
  return (
    <details id="legend" class="legend-fold">
      <summary {...say('legend')} />
      <dl class="legend">
        {[...GRAVEST_FIRST, 'untested' as const, 'untestable' as const].map((state) => (
          <div key={state}>
            <dt>
              <Badge verdict={state} />
            </dt>
            <dd {...say(`${state}Means`)} />
          </div>
        ))}
        {LEVELS.map((level) => (
          <div key={level}>
            <dt>
              <b>{level}</b>
            </dt>
            <dd {...say(`${level}Means`)} />
          </div>
        ))}
      </dl>
    </details>
  );
}
