/** @jsxImportSource preact */
import { type ComponentChildren, Fragment } from 'preact';
import type { Finding } from '../../lib/results/finding.ts';
import { groupByKeys } from '../../lib/results/group-by-keys.ts';
import type { Results, ScenarioRecord } from '../../lib/results/results.ts';
import { INCOMPLETE_REASONS, type Verdict } from '../../lib/results/verdict.ts';
import type { RegisterEntry } from '../register-entry.ts';
import { visible } from '../visible-text.ts';
import { anchor } from './anchor.ts';
import { filterable } from './filterable.ts';
import { say, sayPhrase } from './say.ts';

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
  const elsewhere = mergedRows(all.filter(({ finding }) => !ids.has(finding.requirement)));
  if (unjudged.length + elsewhere.length === 0) return null;
  return (
    <section id="unjudged">
      <h2 {...say('unjudged')} />
      {INCOMPLETE_REASONS.map((reason) => {
        const here = new Set(unjudged.filter((record) => record.reason === reason).map(({ id }) => id));
        if (here.size === 0) return null;
        return (
          <Fold key={reason} rows={onePerRequirement(all, here)}>
            <code>{reason}</code> <span {...say(reason)} />
          </Fold>
        );
      })}
      {elsewhere.length > 0 ? (
        <Fold rows={elsewhere}>
          <span {...say('unjudgedHere')} />
        </Fold>
      ) : null}
    </section>
  );
}

/** A finding that graded nothing. */
interface Said {
  readonly finding: Finding;
  readonly scenario: ScenarioRecord;
  readonly requirement: RegisterEntry | undefined;
}

/** What was said of a requirement, and the scenarios in which it was. */
interface Row {
  readonly first: Said;
  readonly scenarios: readonly string[];
}

/** One row for each of these requirements: what stopped it is said once, with the words of the first. */
function onePerRequirement(sightings: readonly Said[], ids: ReadonlySet<string>): Row[] {
  return rowsBy(
    sightings.filter(({ finding }) => ids.has(finding.requirement)),
    ({ finding }) => finding.requirement,
  );
}

/** The same said of one requirement in several scenarios is one row. */
function mergedRows(sightings: readonly Said[]): Row[] {
  return rowsBy(sightings, ({ finding: { requirement, claim, remark } }) =>
    JSON.stringify([requirement, claim, remark]),
  );
}

function rowsBy(sightings: readonly Said[], keyOf: (sighting: Said) => string): Row[] {
  return groupByKeys(sightings, (sighting) => [keyOf(sighting)]).flatMap((group) => {
    const [first] = group;
    return first ? [{ first, scenarios: [...new Set(group.map(({ scenario }) => scenario.id))] }] : [];
  });
}

interface FoldProps {
  readonly rows: readonly Row[];
  readonly children: ComponentChildren;
}

function Fold({ rows, children }: FoldProps) {
  return (
    <details class="rows" open={rows.length <= OPEN}>
      <summary>
        {children} <span class="faint">{rows.length}</span>
      </summary>
      <Rows rows={rows} />
    </details>
  );
}

/** What is left to the vendor, as it was seen. */
export function Noted({ results, entries }: Props) {
  const rows = mergedRows(sightingsOf(results, entries, 'info'));
  if (rows.length === 0) return null;
  return (
    <section id="noted">
      <h2 {...say('noted')} />
      <Fold rows={rows}>
        <span {...say('infoMeans')} />
      </Fold>
    </section>
  );
}

function sightingsOf({ scenarios }: Results, entries: Props['entries'], verdict: Verdict): Said[] {
  return scenarios.flatMap((scenario) =>
    scenario.findings
      .filter((finding) => finding.verdict === verdict)
      .map((finding) => ({ finding, scenario, requirement: entries.get(finding.requirement) })),
  );
}

/** Rows of one table; a run that judges nothing at all needs no more to say so. */
const LISTED = 500;
/** Scenarios linked in one row. */
const LINKED = 8;

function Rows({ rows }: { readonly rows: readonly Row[] }) {
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
        {rows.slice(0, LISTED).map(({ first: { finding, requirement }, scenarios }, index) => (
          <tr key={index} {...filterable(finding.verdict, [requirement])}>
            <th scope="row">
              <a href={`#${anchor('requirement', finding.requirement)}`}>{visible(finding.requirement, 40)}</a>
            </th>
            <td>
              {scenarios.slice(0, LINKED).map((id) => (
                <Fragment key={id}>
                  <a href={`#${anchor('scenario', id)}`}>{visible(id, 60)}</a>{' '}
                </Fragment>
              ))}
              {scenarios.length > LINKED ? `+${scenarios.length - LINKED}` : null}
            </td>
            <td {...sayPhrase(finding.claim, 200)} />
            <td {...sayPhrase(finding.remark ?? '', 400)} />
          </tr>
        ))}
        {rows.length > LISTED ? (
          <tr>
            <td colSpan={4}>+ {rows.length - LISTED} (results.json)</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}
