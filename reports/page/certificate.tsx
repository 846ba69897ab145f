/** @jsxImportSource preact */
import { causesOf } from '../../lib/results/first-cause.ts';
import type { Results } from '../../lib/results/results.ts';
import { type ServiceScope, scopeByService, scopeTotal } from '../scope.ts';
import { serverName } from '../server-name.ts';
import { harmTallies, plainSentence, problems, tallyTitle, verdictWord } from '../verdict-words.ts';
import { visible } from '../visible-text.ts';
import type { Language } from '../words/language.ts';
import { type Told, teller } from '../words/tell.ts';
import { Badge } from './badge.tsx';
import { CertificateFacts } from './certificate-facts.tsx';
import { documentOf } from './document.tsx';
import { ScopeKey } from './first/scope-picture.tsx';
import { toneOf } from './first/verdict-banner.tsx';
import { say, sayPhrase, sayText } from './say.ts';

/** SHA-256 of files of the run, by their names. */
export type Hashes = Readonly<Record<string, string>>;

/** `certificate.html`: the outcome of a conformance run on one page, to be printed and signed. Pure. */
export function renderCertificate(results: Results, hashes: Hashes, language?: Language): string {
  const causes = causesOf(results);
  const [word, wordJapanese] = verdictWord(results);
  const plain = plainSentence(results, causes);
  return documentOf(
    `${serverName(results)}: certificate, ${results.run.startedAt.slice(0, 10)}`,
    <main class="certificate">
      <p class="kind">
        <span {...say('certificate')} /> <button type="button" id="language" {...say('otherLanguage')} />
      </p>
      <h1>{serverName(results)}</h1>
      <div class={`banner ${toneOf(results.summary.verdict)}`}>
        <p class="word" {...sayText(word, wordJapanese)} />
        {plain ? <p class="plain" {...sayText(...plain)} /> : null}
      </div>
      <CertificateFacts results={results} />
      <Scope scopes={scopeByService(results)} />
      <Gravest results={results} />
      <Accepted results={results} />
      <Remains results={results} />
      <Proof hashes={hashes} />
      <Signatures />
    </main>,
    `run ${results.run.id}`,
    language,
  );
}

/** Every service of the register, those of which nothing was judged as well. */
function Scope({ scopes }: { readonly scopes: readonly ServiceScope[] }) {
  return (
    <section>
      <h2 class="small" {...say('scopeTitle')} />
      <ScopeKey counts={scopeTotal(scopes)} />
      <p class="faint">
        {scopes.map(({ service, counts, total }) => `${service} ${counts.judged + counts.partly}/${total}`).join(' · ')}
      </p>
    </section>
  );
}

/** Problems that are listed though they are warnings only. Every breach of a duty is listed, however many sheets it takes. */
const WARNINGS_WITHIN = 5;
/** Most problems on a certificate: a server that breaches more is not certified by reading them. */
const MOST_PROBLEMS = 100;

function Gravest({ results }: { readonly results: Results }) {
  const causes = causesOf(results);
  const tell = teller(results);
  const failures = causes.filter(({ grade }) => grade === 'fail').length;
  const listed = causes.slice(0, Math.min(MOST_PROBLEMS, Math.max(WARNINGS_WITHIN, failures)));
  const left = causes.length - listed.length;
  return (
    <section class="gravest">
      <h2 class="small" {...say('gravest')} />
      {causes.length === 0 ? <p {...say('noFindings')} /> : null}
      <ol>
        {harmTallies(listed).map(({ harm, grade, causes: here }) => (
          <li key={`${grade} ${harm}`}>
            <b {...sayText(...tallyTitle({ harm, grade }))} />
            {here.map((cause) => (
              <div key={cause.id}>
                <Badge verdict={cause.grade} /> <BriefHeadline told={tell(cause.lead.breach)} />
              </div>
            ))}
          </li>
        ))}
      </ol>
      {left > 0 ? <p class="faint" {...moreProblems(left)} /> : null}
    </section>
  );
}

function moreProblems(count: number) {
  const [english, japanese] = problems(count);
  return sayText(`and ${english} more (report.html)`, `ほかに${japanese}（report.html を参照）`);
}

/** A headline of a line or two: a page has to hold all of them. */
function BriefHeadline({ told: { english, japanese } }: { readonly told: Told }) {
  return <span {...sayText(visible(english.headline, 150), visible(japanese.headline, 90))} />;
}

/** Objects that are listed; how many more there are is said. */
const REMAINS_LISTED = 20;

/** What is left on the server. */
function Remains({ results: { remains, plan } }: { readonly results: Results }) {
  const left = remains.length - REMAINS_LISTED;
  return (
    <section>
      <h2 class="small" {...say('remains')} />
      {remains.length === 0 && plan.stays === null ? <p {...say('nothingRemains')} /> : null}
      {plan.stays === null ? null : <p {...sayPhrase(plan.stays, 200)} />}
      {remains.slice(0, REMAINS_LISTED).map(({ studyInstanceUid, seriesInstanceUid, sopInstanceUid }, index) => (
        <p key={index}>
          <code>{visible(sopInstanceUid ?? seriesInstanceUid ?? studyInstanceUid, 80)}</code>
        </p>
      ))}
      {left > 0 ? (
        <p class="faint" {...sayText(`and ${left} more (results.json)`, `ほかに ${left} 件（results.json を参照）`)} />
      ) : null}
    </section>
  );
}

/** Accepted breaches that are listed; how many more there are is said. */
const ACCEPTED_LISTED = 40;

function Accepted({ results: { requirements, scenarios } }: { readonly results: Results }) {
  const accepted = [...requirements, ...scenarios].flatMap(({ id, baseline }) =>
    baseline ? [{ id, ...baseline }] : [],
  );
  return (
    <section>
      <h2 class="small" {...say('accepted')} />
      {accepted.length === 0 ? (
        <p {...say('noneAccepted')} />
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col" {...say('id')} />
              <th scope="col" {...say('reason')} />
              <th scope="col" {...say('owner')} />
              <th scope="col" {...say('expires')} />
            </tr>
          </thead>
          <tbody>
            {accepted.slice(0, ACCEPTED_LISTED).map(({ id, reason, ticket, owner, expires }) => (
              <tr key={id}>
                <th scope="row">{visible(id, 40)}</th>
                <td>{visible([reason, ticket].filter(Boolean).join(' · '), 75)}</td>
                <td>{owner ? visible(owner, 60) : <span {...say('notGiven')} />}</td>
                <td>{expires ?? <span {...say('notGiven')} />}</td>
              </tr>
            ))}
            {accepted.length > ACCEPTED_LISTED ? (
              <tr>
                <td
                  colSpan={4}
                  {...sayText(
                    `and ${accepted.length - ACCEPTED_LISTED} more (report.html)`,
                    `ほかに ${accepted.length - ACCEPTED_LISTED} 件（report.html を参照）`,
                  )}
                />
              </tr>
            ) : null}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Proof({ hashes }: { readonly hashes: Hashes }) {
  return (
    <section>
      <h2 class="small">SHA-256</h2>
      {Object.entries(hashes).map(([file, hash]) => (
        <p key={file} class="hash">
          {file} <code>{hash}</code>
        </p>
      ))}
      <p class="faint" {...say('certificateProof')} />
    </section>
  );
}

function Signatures() {
  return (
    <section class="signatures">
      {(['testedBy', 'acceptedBy'] as const).map((word) => (
        <div key={word}>
          <span class="rule-line" />
          <span {...say(word)} />
        </div>
      ))}
    </section>
  );
}
