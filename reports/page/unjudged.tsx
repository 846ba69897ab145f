/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
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

/** Requirements that ended without a judgement, by reason; then what was judged elsewhere. */
export function Unjudged({ results, entries }: Props) {
  const all = sightingsOf(results, entries, 'incomplete');
  const unjudged = results.requirements.filter(({ verdict }) => verdict === 'incomplete');
  const ids = new Set(unjudged.map(({ id }) => id));
  const elsewhere = all.filter(({ finding }) => !ids.has(finding.requirement));
  if (unjudged.length + elsewhere.length === 0) return null;
  return (
    <section id="unjudged">
      <h2 {...say('unjudged')} />
      {INCOMPLETE_REASONS.map((reason) => {
        const here = new Set(unjudged.filter((record) => record.reason === reason).map(({ id }) => id));
        if (here.size === 0) return null;
        return (
          <Fold key={reason} total={here.size} rows={onePerRequirement(all, here)}>
            <code>{reason}</code> <span {...say(reason)} />
          </Fold>
        );
      })}
      {elsewhere.length > 0 ? (
        <Fold total={elsewhere.length} rows={elsewhere}>
          <span {...say('unjudgedHere')} />
        </Fold>
      ) : null}
    </section>
  );
}

/** The first finding on each of these requirements: what stopped it is said once. */
function onePerRequirement(sightings: readonly Sighting[], ids: ReadonlySet<string>): Sighting[] {
  const first = new Map<string, Sighting>();
  for (const sighting of sightings) {
    const { requirement } = sighting.finding;
    if (ids.has(requirement) && !first.has(requirement)) first.set(requirement, sighting);
  }
  return [...first.values()];
}

interface FoldProps {
  readonly total: number;
  readonly rows: readonly Sighting[];
  readonly children: ComponentChildren;
}

function Fold({ total, rows, children }: FoldProps) {
  return (
    <details class="rows" open={rows.length <= OPEN}>
      <summary>
        {children} <span class="faint">{total}</span>
      </summary>
      <Rows rows={rows} />
    </details>
  );
}

/** What is left to the vendor, as it was seen. */
export function Noted({ results, entries }: Props) {
  const rows = sightingsOf(results, entries, 'info');
  if (rows.length === 0) return null;
  return (
    <section id="noted">
      <h2 {...say('noted')} />
      <Fold total={rows.length} rows={rows}>
        <span {...say('infoMeans')} />
      </Fold>
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
