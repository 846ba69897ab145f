/** @jsxImportSource preact */

import type { Cause } from '../../lib/results/first-cause.ts';
import type { Results, ScenarioRecord } from '../../lib/results/results.ts';
import { duration } from '../quantity.ts';
import type { RegisterEntry } from '../register-entry.ts';
import { visible } from '../visible-text.ts';
import { anchor } from './anchor.ts';
import { Badge } from './badge.tsx';
import { filterable } from './filterable.ts';
import { say, sayPhrase } from './say.ts';

interface OperationsProps {
  readonly results: Results;
  readonly entries: ReadonlyMap<string, RegisterEntry>;
  readonly causes: readonly Cause[];
}

/** Ids of the tutorial's operations. */
const TUTORIAL = /^T\d\d$/;

/** The tutorial's operations in order, then every further scenario: verdict, what was found, how long it took. */
export function Operations({ results, entries, causes }: OperationsProps) {
  const tutorial = results.scenarios.filter(({ id }) => TUTORIAL.test(id));
  const further = results.scenarios.filter(({ id }) => !TUTORIAL.test(id));
  const links = linksByScenario(causes);
  if (results.scenarios.length === 0) return null;
  return (
    <section id="operations">
      <h2 {...say('operations')} />
      {tutorial.length > 0 ? (
        <ScenarioTable word="tutorial" scenarios={tutorial} entries={entries} links={links} />
      ) : null}
      {further.length > 0 ? (
        <ScenarioTable word="scenarios" scenarios={further} entries={entries} links={links} />
      ) : null}
    </section>
  );
}

function linksByScenario(causes: readonly Cause[]): ReadonlyMap<string, readonly Cause[]> {
  const links = new Map<string, Cause[]>();
  for (const cause of causes) {
    for (const id of new Set(cause.sightings.map(({ scenario }) => scenario.id))) {
      links.set(id, [...(links.get(id) ?? []), cause]);
    }
  }
  return links;
}

interface ScenarioTableProps {
  readonly word: 'tutorial' | 'scenarios';
  readonly scenarios: readonly ScenarioRecord[];
  readonly entries: ReadonlyMap<string, RegisterEntry>;
  readonly links: ReadonlyMap<string, readonly Cause[]>;
}

function ScenarioTable({ word, scenarios, entries, links }: ScenarioTableProps) {
  return (
    <table class="scenarios">
      <caption {...say(word)} />
      <thead>
        <tr>
          <th scope="col" {...say('id')} />
          <th scope="col" {...say('operation')} />
          <th scope="col" {...say('service')} />
          <th scope="col" {...say('verdict')} />
          <th scope="col" {...say('toFindings')} />
          <th scope="col" class="number" {...say('duration')} />
        </tr>
      </thead>
      <tbody>
        {scenarios.map((scenario) => (
          <tr
            key={scenario.id}
            id={anchor('scenario', scenario.id)}
            {...filterable(
              scenario.verdict,
              scenario.covers.map((id) => entries.get(id)),
            )}
          >
            <th scope="row">{visible(scenario.id, 60)}</th>
            <td {...sayPhrase(scenario.title)} />
            <td>{visible(scenario.service, 40)}</td>
            <td>
              <Badge verdict={scenario.verdict} />
              {scenario.reason ? <div class="faint" {...say(scenario.reason)} /> : null}
            </td>
            <td class="links">
              <Links causes={links.get(scenario.id) ?? []} scenario={scenario.id} />
            </td>
            <td class="number">{scenario.durationMs > 0 ? duration(scenario.durationMs) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Links in one cell; a scenario that breaks everything is no reason for a wall of links. */
const LINKED = 6;

function Links({ causes, scenario }: { readonly causes: readonly Cause[]; readonly scenario: string }) {
  return (
    <>
      {causes.slice(0, LINKED).map(({ id, lead, sightings }) => {
        const { finding } = sightings.find((sighting) => sighting.scenario.id === scenario) ?? lead;
        return (
          <a key={id} href={`#${anchor('cause', id)}`} class={finding.verdict}>
            {visible(finding.requirement, 40)}
          </a>
        );
      })}
      {causes.length > LINKED ? <span>+{causes.length - LINKED}</span> : null}
    </>
  );
}
