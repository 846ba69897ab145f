/** @jsxImportSource preact */
import { HARMS } from '../../lib/breaches/harm.ts';
import type { Cause } from '../../lib/results/first-cause.ts';
import type { Results } from '../../lib/results/results.ts';
import { tellsConformance } from '../load-samples.ts';
import type { RegisterEntry } from '../register-entry.ts';
import { GRAVEST_FIRST } from '../summary-table.ts';
import { visible } from '../visible-text.ts';
import { HARM_WORDS } from '../words/harms.ts';
import { nameOf, say, sayText } from './say.ts';

interface ToolbarProps {
  readonly results: Results;
  readonly entries: ReadonlyMap<string, RegisterEntry>;
  readonly causes: readonly Cause[];
}

/** Search, filters and language; hidden until the script that serves them runs. */
export function Toolbar({ results, entries, causes }: ToolbarProps) {
  const all = [...entries.values()];
  const services = [...new Set(all.map(({ service }) => service))];
  const levels = [...new Set(all.map(({ level }) => level))];
  const counts = problemCounts(causes, entries);
  return (
    <form id="toolbar" class="toolbar" hidden {...nameOf('filters')}>
      {results.requirements.length === 0 || !tellsConformance(results) ? null : (
        <>
          <input
            type="search"
            id="q"
            {...nameOf('search')}
            placeholder="Search"
            data-ja-placeholder="検索"
            autocomplete="off"
          />
          <fieldset>
            <legend class="unseen" {...say('verdict')} />
            {[...GRAVEST_FIRST, 'untested' as const].map((verdict) => (
              <label key={verdict} class={`pill ${verdict}`}>
                <input type="checkbox" name="verdict" value={verdict} />
                <span {...say(verdict)} />
                {counts.has(verdict) ? <span class="number">{counts.get(verdict)}</span> : null}
              </label>
            ))}
          </fieldset>
          <select id="harm" {...nameOf('harm')}>
            <option value="" {...say('allHarms')} />
            {HARMS.map((harm) => {
              const here = causes.filter((cause) => cause.harm === harm).length;
              const [english, japanese] = HARM_WORDS[harm];
              return here === 0 ? null : (
                <option key={harm} value={harm} {...sayText(counted(english, here), counted(japanese, here))} />
              );
            })}
          </select>
          <select id="service" {...nameOf('service')}>
            <option value="" {...say('allServices')} />
            {services.map((service) => (
              <option key={service} value={service}>
                {counted(visible(service, 40), counts.get(service))}
              </option>
            ))}
          </select>
          <select id="level" {...nameOf('level')}>
            <option value="" {...say('allLevels')} />
            {levels.map((level) => (
              <option key={level} value={level}>
                {counted(visible(level, 40), counts.get(level))}
              </option>
            ))}
          </select>
          <button type="reset" {...say('reset')} />
          <span>
            <span {...say('toFindings')} />{' '}
            <output id="shown" aria-live="polite">
              {`${causes.length} / ${causes.length}`}
            </output>
          </span>
        </>
      )}
      <button type="button" id="language" {...say('otherLanguage')} />
    </form>
  );
}

/** How many problems have a verdict, concern a service or a level: one may concern several. */
function problemCounts(causes: readonly Cause[], entries: ToolbarProps['entries']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { grade, sightings } of causes) {
    const duties = new Set(sightings.map(({ finding }) => entries.get(finding.requirement)));
    const known = [...duties].flatMap((entry) => (entry ? [entry.service, entry.level] : []));
    for (const value of new Set([grade, ...known])) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function counted(text: string, count: number | undefined): string {
  return count === undefined ? text : `${text} (${count})`;
}
