/** @jsxImportSource preact */

import type { Cause } from '../../../lib/results/first-cause.ts';
import type { Results } from '../../../lib/results/results.ts';
import { tellsConformance } from '../../load-samples.ts';
import { readOnlyNotice } from '../../read-only.ts';
import { serverName } from '../../server-name.ts';
import { visible } from '../../visible-text.ts';
import { LoadGlance } from '../load-glance.tsx';
import { say, sayPhrase, sayText } from '../say.ts';
import { Counts } from './counts.tsx';
import { Coverage } from './coverage.tsx';
import { Facts } from './facts.tsx';
import { Legend } from './legend.tsx';
import { ExpiringList, FlakyList } from './notice-list.tsx';
import { ScopePicture } from './scope-picture.tsx';
import { VerdictBanner } from './verdict-banner.tsx';

/** The verdict and what it rests on: what was tested, how much of it was judged, the counts, what is left behind. */
export function FirstScreen({ results, causes }: { readonly results: Results; readonly causes: readonly Cause[] }) {
  const { run } = results;
  return (
    <header class="first" id="top">
      <p class="kind" {...say(results.kind === 'load' ? 'loadReport' : 'conformanceReport')} />
      <h1>{serverName(results)}</h1>
      <VerdictBanner results={results} causes={causes} />
      {results.kind === 'conformance' ? (
        <p class="to-certificate">
          <a href="certificate.html" {...say('toCertificate')} />
        </p>
      ) : null}
      {run.completeness === 'partial' ? (
        <p class="notice">
          <strong {...say('partial')} /> <span {...sayPhrase(run.why ?? '')} />
        </p>
      ) : null}
      <ReadOnly results={results} />
      {results.leftOut ? (
        <div class="notice" id="left-out">
          <strong {...say('leftOut')} />
          <ul>
            {results.leftOut.map((what) => (
              <li key={what} {...sayPhrase(what)} />
            ))}
          </ul>
        </div>
      ) : null}
      <FlakyList results={results} />
      <ExpiringList results={results} />
      <Unmatched entries={results.unmatched ?? []} />
      <div class="columns">
        <Facts results={results} />
        <div>
          {results.load ? <LoadGlance load={results.load} /> : null}
          {results.coverage ? <ScopePicture results={results} /> : null}
          <Coverage results={results} />
          <Counts results={results} />
          {tellsConformance(results) ? <Legend /> : null}
        </div>
      </div>
      <Remains results={results} />
    </header>
  );
}

function ReadOnly({ results }: { readonly results: Results }) {
  const notice = readOnlyNotice(results);
  return notice === null ? null : <p class="notice" id="read-only" {...sayText(...notice)} />;
}

function Unmatched({ entries }: { readonly entries: NonNullable<Results['unmatched']> }) {
  if (entries.length === 0) return null;
  return (
    <div class="notice" id="unmatched">
      <strong {...say('unmatched')} />
      <ul>
        {entries.map(({ requirement, why }) => (
          <li key={requirement}>
            {visible(requirement, 40)}: <span {...sayPhrase(why)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Objects listed one by one; more are counted. */
const LISTED = 20;

function Remains({ results }: { readonly results: Results }) {
  const { remains, plan } = results;
  if (remains.length === 0 && plan.stays === null) return null;
  return (
    <section class="notice" id="remains">
      <h2 class="small" {...say('remains')} />
      {plan.stays === null ? null : (
        <p>
          <b {...say('stays')} />: <span {...sayPhrase(plan.stays)} />
        </p>
      )}
      <ul>
        {remains.slice(0, LISTED).map(({ studyInstanceUid, seriesInstanceUid, sopInstanceUid, why }, index) => (
          <li key={index}>
            <code>{visible(sopInstanceUid ?? seriesInstanceUid ?? studyInstanceUid, 80)}</code>{' '}
            <span {...sayPhrase(why)} />
          </li>
        ))}
        {remains.length > LISTED ? (
          <li
            {...sayText(
              `and ${remains.length - LISTED} more (results.json)`,
              `ほかに ${remains.length - LISTED} 件（results.json を参照）`,
            )}
          />
        ) : null}
      </ul>
    </section>
  );
}
