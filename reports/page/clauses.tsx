/** @jsxImportSource preact */

import type { Cause } from '../../lib/results/first-cause.ts';
import type { RequirementRecord } from '../../lib/results/results.ts';
import type { Verdict } from '../../lib/results/verdict.ts';
import type { RegisterEntry } from '../register-entry.ts';
import { GRAVEST_FIRST } from '../summary-table.ts';
import { visible } from '../visible-text.ts';
import { whyOnlyWarned } from '../why-warn.ts';
import { citationOf, statementOf, unjudgedOf } from '../words/requirement.ts';
import { anchor } from './anchor.ts';
import { Badge } from './badge.tsx';
import { type ClauseDocument, type ClauseSection, clauseTree } from './clause-tree.ts';
import { filterable } from './filterable.ts';
import { say, sayPhrase, sayText, sayVisible } from './say.ts';
import { SECTION_TITLES } from './section-titles.ts';
import { isWord, WORDS } from './words.ts';

type State = Verdict | 'untested' | 'untestable';
const STATES: readonly State[] = [...GRAVEST_FIRST, 'untested', 'untestable'];

interface ClausesProps {
  readonly entries: ReadonlyMap<string, RegisterEntry>;
  readonly causes: readonly Cause[];
}

/** The standard's clauses with what this server did on each, untested and untestable included. */
export function Clauses({ entries, causes }: ClausesProps) {
  const causesById = new Map<string, Cause[]>();
  for (const cause of causes) {
    for (const id of new Set(cause.sightings.map(({ finding }) => finding.requirement))) {
      const known = causesById.get(id);
      if (known) known.push(cause);
      else causesById.set(id, [cause]);
    }
  }
  return (
    <section id="clauses">
      <h2 {...say('clauses')} />
      {clauseTree(entries.values()).map((document) => (
        <DocumentPart key={document.name} document={document} causesById={causesById} />
      ))}
    </section>
  );
}

interface PartProps {
  readonly causesById: ReadonlyMap<string, readonly Cause[]>;
}

function DocumentPart({ document, causesById }: PartProps & { readonly document: ClauseDocument }) {
  return (
    <div class="document">
      <h3>{visible(document.name, 80)}</h3>
      {document.sections.map((section) => (
        <SectionPart
          key={section.number}
          section={section}
          isDicom={document.name === 'PS3.18'}
          causesById={causesById}
        />
      ))}
    </div>
  );
}

function SectionPart({
  section,
  isDicom,
  causesById,
}: PartProps & { readonly section: ClauseSection; readonly isDicom: boolean }) {
  const title = isDicom ? SECTION_TITLES[section.number] : undefined;
  return (
    <details class="rows clause">
      <summary>
        <span class="title">
          {section.number === '' ? null : <b>§{section.number}</b>}{' '}
          {title ? <span {...sayText(title[0], title[1])} /> : null}
        </span>
        <Tally section={section} />
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col" {...say('id')} />
            <th scope="col" {...say('verdict')} />
            <th scope="col" {...say('level')} />
            <th scope="col" {...say('statement')} />
            <th scope="col" {...say('clause')} />
          </tr>
        </thead>
        <tbody>
          {section.requirements.map((requirement) => (
            <RequirementRow
              key={requirement.id}
              requirement={requirement}
              causes={causesById.get(requirement.id) ?? []}
            />
          ))}
          {section.untestable.map(({ clause, duty, why }) => (
            <tr key={duty} {...filterable('untestable', [])}>
              <th scope="row">–</th>
              <td>
                <Badge verdict="untestable" />
              </td>
              <td />
              <td>
                <span {...sayPhrase(duty)} /> <span class="faint" {...sayPhrase(why)} />
              </td>
              <td {...sayVisible(citationOf(clause))} />
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Tally({ section: { requirements, untestable } }: { readonly section: ClauseSection }) {
  const counts = STATES.map((state): [State, number] => [
    state,
    state === 'untestable' ? untestable.length : requirements.filter((entry) => stateOf(entry) === state).length,
  ]).filter(([, count]) => count > 0);
  const total = requirements.length + untestable.length;
  let from = 0;
  return (
    <span class="tallies">
      <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        {counts.map(([state, count]) => {
          const width = (count / total) * 100;
          from += width;
          return (
            <rect key={state} class={state} x={(from - width).toFixed(2)} y="0" width={width.toFixed(2)} height="4" />
          );
        })}
      </svg>
      <span class="wrap">
        {counts.map(([state, count]) => (
          <span key={state} class={`tally ${state}`}>
            {count} <span {...say(state)} />
          </span>
        ))}
      </span>
    </span>
  );
}

function stateOf({ record }: RegisterEntry): State {
  return record?.verdict ?? 'untested';
}

function RequirementRow({
  requirement,
  causes,
}: {
  readonly requirement: RegisterEntry;
  readonly causes: readonly Cause[];
}) {
  const { id, level, statement, clause, link, record, unjudged } = requirement;
  return (
    <tr id={anchor('requirement', id)} {...filterable(stateOf(requirement), [requirement])}>
      <th scope="row">
        <a href={`#${anchor('requirement', id)}`}>{visible(id, 40)}</a>
      </th>
      <td>
        <Badge verdict={stateOf(requirement)} />
        {record?.reason ? <div class="faint" {...say(record.reason)} /> : null}
      </td>
      <td>{visible(level, 40)}</td>
      <td>
        <span {...sayVisible(statementOf({ id, statement }))} />{' '}
        <span class="links">
          {causes.slice(0, 4).map(({ id: cause, lead }) => (
            <a key={cause} href={`#${anchor('cause', cause)}`} class={lead.finding.verdict}>
              → {visible(cause, 60)}
            </a>
          ))}
        </span>
        {record?.verdict === 'warn' ? <OnlyWarned requirement={requirement} /> : null}
        {unjudged === null ? null : <span class="faint" {...sayVisible(unjudgedOf(id, unjudged), 300)} />}
        {record ? <NotEverywhere record={record} /> : null}
        {record && record.scenarios.length > 0 ? (
          <div class="links faint">
            {record.scenarios.slice(0, 12).map((scenario) => (
              <a key={scenario} href={`#${anchor('scenario', scenario)}`}>
                {visible(scenario, 60)}
              </a>
            ))}
          </div>
        ) : null}
      </td>
      <td>
        {link ? (
          <a href={link} {...sayVisible(citationOf(clause))} />
        ) : (
          <span {...sayVisible(citationOf(clause), 160)} />
        )}
      </td>
    </tr>
  );
}

function OnlyWarned({ requirement }: { readonly requirement: RegisterEntry }) {
  const why = whyOnlyWarned(requirement);
  if (why === null) return null;
  return (
    <div class="why-warn">
      <b {...say('whyWarn')} />: <span {...sayText(visible(why[0]), visible(why[1]))} />
    </div>
  );
}

/** How often a requirement was judged, where it was not each time that there was occasion to. */
function NotEverywhere({ record: { judged, notJudged } }: { readonly record: RequirementRecord }) {
  const reasons = Object.entries(notJudged);
  if (judged === 0 || reasons.length === 0) return null;
  const count = reasons.reduce((sum, [, each]) => sum + each, 0);
  const why = reasons.map(([reason, each]) => `${each} ${reason}`).join(', ');
  const whyJapanese = reasons
    .map(([reason, each]) => `${isWord(reason) ? WORDS[reason][1] : reason} ${each} 回`)
    .join('、');
  return (
    <div
      class="faint"
      {...sayText(
        `Judged ${judged} ${judged === 1 ? 'time' : 'times'}, not judged ${count} ${count === 1 ? 'time' : 'times'}: ${why}.`,
        `判定 ${judged} 回、未判定 ${count} 回（${whyJapanese}）`,
      )}
    />
  );
}
