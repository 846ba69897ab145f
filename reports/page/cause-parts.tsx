/** @jsxImportSource preact */
import type { Cause, Sighting } from '../../lib/results/first-cause.ts';
import { acceptedText } from '../accepted-words.ts';
import type { RegisterEntry } from '../register-entry.ts';
import { visible } from '../visible-text.ts';
import { whyWarn } from '../why-warn.ts';
import { CONSEQUENCE_WORDS } from '../words/consequences.ts';
import { citationOf, disputedOf } from '../words/requirement.ts';
import type { Told, teller } from '../words/tell.ts';
import { anchor } from './anchor.ts';
import { Badge } from './badge.tsx';
import { Difference } from './difference.tsx';
import { say, sayText, sayVisible } from './say.ts';

/** Violations that are told in the open; the others of the same claim are folded. */
const TOLD = 2;

type Tell = ReturnType<typeof teller>;

/** What is expected and observed: the first in the open, the rest folded. */
export function Differences({
  sighting: { breaches, finding },
  tell,
}: {
  readonly sighting: Sighting;
  readonly tell: Tell;
}) {
  const folded = breaches.slice(TOLD);
  const dropped = finding.breachCount - finding.breaches.length;
  return (
    <>
      {breaches.slice(0, TOLD).map((breach, index) => (
        <Difference key={index} breach={breach} told={tell(breach)} />
      ))}
      {folded.length > 0 ? (
        <details class="exchange">
          <summary {...moreBreaches(folded.length)} />
          {folded.map((breach, index) => (
            <Difference key={index} breach={breach} told={tell(breach)} />
          ))}
          {dropped > 0 ? <p class="faint" {...notKept(dropped)} /> : null}
        </details>
      ) : null}
    </>
  );
}

function notKept(count: number) {
  return sayText(`${count} more were counted and not kept.`, `ほかに ${count} 件を数えましたが、記録していません。`);
}

function moreBreaches(count: number) {
  return sayText(
    count === 1 ? 'Once more in the same finding' : `${count} times more in the same finding`,
    `同じ指摘がほかに ${count} 件`,
  );
}

interface DutyProps {
  readonly sighting: Sighting;
  readonly requirement: RegisterEntry | undefined;
}

/** The requirement with its clause, and where it was found. */
export function Duty({ sighting: { finding, scenario }, requirement }: DutyProps) {
  return (
    <p class="duty">
      <a href={`#${anchor('requirement', finding.requirement)}`}>{visible(finding.requirement, 40)}</a>{' '}
      <span class="faint">
        {requirement?.link ? (
          <a href={requirement.link} {...sayVisible(citationOf(requirement.clause))} />
        ) : (
          visible(requirement?.clause ?? '')
        )}
        {` · ${requirement?.level ?? ''} · `}
        <a href={`#${anchor('scenario', scenario.id)}`}>{visible(scenario.id, 60)}</a>
        {requirement?.record?.baseline ? (
          <>
            {' · '}
            <b {...say('baseline')} />:{' '}
            <span
              {...sayVisible(
                [acceptedText(requirement.record.baseline), acceptedText(requirement.record.baseline, 'ja')],
                200,
              )}
            />
          </>
        ) : null}
      </span>
    </p>
  );
}

interface ReasonsProps {
  readonly told: Told;
  readonly cause: Cause;
  readonly requirement: RegisterEntry | undefined;
}

/** Why it matters, what to do, and how the text can be read otherwise. */
export function Reasons({ told: { english, japanese }, cause, requirement }: ReasonsProps) {
  const warned = cause.grade === 'warn' ? whyWarn(cause.lead, requirement) : null;
  const disputed =
    warned === null && requirement?.disputed ? disputedOf(requirement.id, requirement.disputed) : (['', ''] as const);
  const reasons = [
    ['matters', ...CONSEQUENCE_WORDS[cause.consequence]],
    ['remedy', english.remedy, japanese.remedy],
    ['whyWarn', ...(warned ?? ['', ''])],
    ['disputed', ...disputed],
  ] as const;
  return (
    <dl class="reasons">
      {reasons.map(([word, inEnglish, inJapanese]) =>
        inEnglish === '' ? null : (
          <div key={word} class={word}>
            <dt {...say(word)} />
            <dd {...sayText(visible(inEnglish, 1_000), visible(inJapanese, 1_000))} />
          </div>
        ),
      )}
    </dl>
  );
}

/** What is wrong, in one sentence. */
export function Headline({ told: { english, japanese } }: { readonly told: Told }) {
  return <span {...sayText(visible(english.headline, 300), visible(japanese.headline, 300))} />;
}

/** Sightings listed below a cause; the ticket and results.json have them all. */
const LISTED = 60;

/** The other sightings of a cause, one a line. */
export function AlsoSeen({ sightings, tell }: { readonly sightings: readonly Sighting[]; readonly tell: Tell }) {
  if (sightings.length === 0) return null;
  return (
    <details class="exchange">
      <summary>
        <span {...say('alsoSeen')} /> <span class="faint">{sightings.length}</span>
      </summary>
      <ul class="also">
        {sightings.slice(0, LISTED).map(({ finding, scenario, breach }, index) => (
          <li key={index}>
            <Badge verdict={breach.grade} />{' '}
            <a href={`#${anchor('requirement', finding.requirement)}`}>{visible(finding.requirement, 40)}</a>{' '}
            <a href={`#${anchor('scenario', scenario.id)}`}>{visible(scenario.id, 60)}</a>{' '}
            <Headline told={tell(breach)} />
          </li>
        ))}
        {sightings.length > LISTED ? <li>+ {sightings.length - LISTED} (results.json)</li> : null}
      </ul>
    </details>
  );
}
