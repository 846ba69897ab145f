/** @jsxImportSource preact */
import type { Finding } from '../../lib/results/finding.ts';
import type { Sighting } from '../first-cause.ts';
import { visible } from '../visible-text.ts';
import { anchor } from './anchor.ts';
import { Badge } from './badge.tsx';
import { Difference } from './difference.tsx';
import { say, sayText } from './say.ts';

/** Violations that are told in the open; the others of the same claim are folded. */
const TOLD = 2;

/** What is not as claimed: the first in the open, the rest folded. */
export function Violations({ finding: { violations, violationCount } }: { readonly finding: Finding }) {
  const folded = violations.slice(TOLD);
  return (
    <>
      {violations.slice(0, TOLD).map((violation, index) => (
        <Difference key={index} violation={violation} />
      ))}
      {violationCount > TOLD ? (
        <details class="exchange">
          <summary {...moreViolations(violationCount - TOLD)} />
          {folded.map((violation, index) => (
            <Difference key={index} violation={violation} />
          ))}
          {violationCount > violations.length ? (
            <p class="faint" {...cutViolations(violationCount - violations.length)} />
          ) : null}
        </details>
      ) : null}
    </>
  );
}

function cutViolations(count: number) {
  return sayText(`${count} more were counted and not kept.`, `ほかに ${count} 件を数えましたが、記録していません。`);
}

function moreViolations(count: number) {
  return sayText(
    count === 1 ? 'One more violation of the same claim' : `${count} more violations of the same claim`,
    `同じ主張に対する違反がほかに ${count} 件`,
  );
}

/** The requirement, its statement, its clause and where it was found. */
export function Duty({ sighting: { finding, scenario, requirement } }: { readonly sighting: Sighting }) {
  return (
    <p class="duty">
      <a href={`#${anchor('requirement', finding.requirement)}`}>{visible(finding.requirement, 40)}</a>{' '}
      <span lang="en">{visible(requirement?.statement ?? '', 400)}</span>
      <br />
      <span class="faint">
        {requirement?.link ? <a href={requirement.link}>{requirement.clause}</a> : visible(requirement?.clause ?? '')}
        {` · ${requirement?.level ?? ''} · ${requirement?.severity ?? ''} · `}
        <a href={`#${anchor('scenario', scenario.id)}`}>{visible(scenario.id, 60)}</a>
        {requirement?.record?.baseline ? (
          <>
            {' · '}
            <b {...say('baseline')} />: {visible(requirement.record.baseline, 200)}
          </>
        ) : null}
      </span>
    </p>
  );
}

/** Why it matters, what to do, and how the text can be read otherwise. */
export function Reasons({ sighting: { requirement } }: { readonly sighting: Sighting }) {
  if (!requirement) return null;
  return (
    <dl class="reasons" lang="en">
      {(['matters', 'remedy', 'disputed'] as const).map((word) =>
        requirement[word] ? (
          <div key={word} class={word}>
            <dt {...say(word)} />
            <dd>{requirement[word]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** Sightings listed below a cause; the ticket and results.json have them all. */
const LISTED = 60;

/** The other sightings of a cause, one a line. */
export function AlsoSeen({ sightings }: { readonly sightings: readonly Sighting[] }) {
  if (sightings.length === 0) return null;
  return (
    <details class="exchange">
      <summary>
        <span {...say('alsoSeen')} /> <span class="faint">{sightings.length}</span>
      </summary>
      <ul class="also">
        {sightings.slice(0, LISTED).map(({ finding, scenario }, index) => (
          <li key={index}>
            <Badge verdict={finding.verdict} />{' '}
            <a href={`#${anchor('requirement', finding.requirement)}`}>{visible(finding.requirement, 40)}</a>{' '}
            <a href={`#${anchor('scenario', scenario.id)}`}>{visible(scenario.id, 60)}</a>{' '}
            <span lang="en">{visible(finding.claim, 160)}</span>{' '}
            <code>{visible(finding.violations[0]?.actual ?? '', 100)}</code>
          </li>
        ))}
        {sightings.length > LISTED ? <li>+ {sightings.length - LISTED} (results.json)</li> : null}
      </ul>
    </details>
  );
}
