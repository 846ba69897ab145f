/** @jsxImportSource preact */
import type { Cause } from '../../lib/results/first-cause.ts';
import type { Results } from '../../lib/results/results.ts';
import { tellsConformance } from '../load-samples.ts';
import type { RegisterEntry } from '../register-entry.ts';
import { GRAVEST_FIRST } from '../summary-table.ts';
import { harmTallies } from '../verdict-words.ts';
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
  const harms = harmTallies(causes).map(({ harm }) => harm);
  const all = [...entries.values()];
  const services = [...new Set(all.map(({ service }) => service))];
  const levels = [...new Set(all.map(({ level }) => level))];
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
              </label>
            ))}
          </fieldset>
          <select id="harm" {...nameOf('harm')}>
            <option value="" {...say('allHarms')} />
            {harms.map((harm) => (
              <option key={harm} value={harm} {...sayText(...HARM_WORDS[harm])} />
            ))}
          </select>
          <select id="service" {...nameOf('service')}>
            <option value="" {...say('allServices')} />
            {services.map((service) => (
              <option key={service} value={service}>
                {visible(service, 40)}
              </option>
            ))}
          </select>
          <select id="level" {...nameOf('level')}>
            <option value="" {...say('allLevels')} />
            {levels.map((level) => (
              <option key={level} value={level}>
                {visible(level, 40)}
              </option>
            ))}
          </select>
          <button type="reset" {...say('reset')} />
          <output id="shown" aria-live="polite" />
        </>
      )}
      <button type="button" id="language" {...say('otherLanguage')} />
    </form>
  );
}
