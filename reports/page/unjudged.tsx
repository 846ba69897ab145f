/** @jsxImportSource preact */
import type { Results } from '../../lib/results/results.ts';
import { INCOMPLETE_REASONS, type Verdict } from '../../lib/results/verdict.ts';
import type { Sighting } from '../first-cause.ts';
import type { RegisterEntry } from '../register-entry.ts';
import { visible } from '../visible-text.ts';
import { anchor } from './anchor.ts';
import { filterable } from './filterable.ts';
import { say } from './say.ts';

/** Tables of so few rows stand open. */
const OPEN = 12;

interface Props {
  readonly results: Results;
  readonly entries: ReadonlyMap<string, RegisterEntry>;
}

/** Everything that ended without a judgement, by reason. */
export function Unjudged({ results, entries }: Props) {
  const all = sightingsOf(results, entries, 'incomplete');
  if (all.length === 0) return null;
  return (
    <section id="unjudged">
      <h2 {...say('unjudged')} />
      {INCOMPLETE_REASONS.map((reason) => {
        const rows = all.filter(({ finding }) => finding.reason === reason);
        if (rows.length === 0) return null;
        return (
          <details key={reason} class="rows" open={rows.length <= OPEN}>
            <summary>
              <code>{reason}</code> <span {...say(reason)} /> <span class="faint">{rows.length}</span>
            </summary>
            <Rows rows={rows} />
          </details>
        );
      })}
    </section>
  );
}

/** What is left to the vendor, as it was seen. */
export function Noted({ results, entries }: Props) {
  const rows = sightingsOf(results, entries, 'info');
  if (rows.length === 0) return null;
  return (
    <section id="noted">
      <h2 {...say('noted')} />
      <details class="rows" open={rows.length <= OPEN}>
        <summary>
          <span {...say('infoMeans')} /> <span class="faint">{rows.length}</span>
        </summary>
        <Rows rows={rows} />
      </details>
    </section>
  );
}

function sightingsOf({ scenarios }: Results, entries: Props['entries'], verdict: Verdict): Sighting[] {
  return scenarios.flatMap((scenario) =>
    scenario.findings
      .filter((finding) => finding.verdict === verdict)
      .map((finding) => ({ finding, scenario, requirement: entries.get(finding.requirement) })),
  );
}

/** Rows of one table; a run that judges nothing at all needs no more to say so. */
const LISTED = 500;

function Rows({ rows }: { readonly rows: readonly Sighting[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" {...say('id')} />
          <th scope="col" {...say('scenario')} />
          <th scope="col" {...say('claim')} />
          <th scope="col" {...say('remark')} />
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, LISTED).map(({ finding, scenario, requirement }, index) => (
          <tr key={index} {...filterable(finding.verdict, [requirement])}>
            <th scope="row">
              <a href={`#${anchor('requirement', finding.requirement)}`}>{visible(finding.requirement, 40)}</a>
            </th>
            <td>
              <a href={`#${anchor('scenario', scenario.id)}`}>{visible(scenario.id, 60)}</a>
            </td>
            <td lang="en">{visible(finding.claim, 200)}</td>
            <td lang="en">{visible(finding.remark ?? '', 400)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
