/** @jsxImportSource preact */
import { causesOf } from '../../lib/results/first-cause.ts';
import type { RequirementRecord, Results } from '../../lib/results/results.ts';
import { type ServiceScope, scopeByService, scopeTotal } from '../scope.ts';
import { serverName } from '../server-name.ts';
import { harmTallies, plainSentence, problems, tallyTitle, verdictWord } from '../verdict-words.ts';
import { visible } from '../visible-text.ts';
import type { Language } from '../words/language.ts';
import { teller } from '../words/tell.ts';
import { Headline } from './cause-parts.tsx';
import { CertificateFacts } from './certificate-facts.tsx';
import { documentOf } from './document.tsx';
import { ScopeKey } from './first/scope-picture.tsx';
import { toneOf } from './first/verdict-banner.tsx';
import { say, sayText } from './say.ts';

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
      <Accepted requirements={results.requirements} />
      <Proof hashes={hashes} />
      <Signatures />
    </main>,
    `run ${results.run.id}`,
    language,
  );
}

function Scope({ scopes }: { readonly scopes: readonly ServiceScope[] }) {
  const tested = scopes.filter(({ counts }) => counts.judged + counts.partly > 0);
  return (
    <section>
      <h2 class="small" {...say('scopeTitle')} />
      <ScopeKey counts={scopeTotal(scopes)} />
      <p class="faint">
        {tested.map(({ service, counts, total }) => `${service} ${counts.judged + counts.partly}/${total}`).join(' · ')}
      </p>
    </section>
  );
}

/** Harms on one page; the report has all. */
const HARMS_NAMED = 3;

function Gravest({ results }: { readonly results: Results }) {
  const causes = causesOf(results);
  const tell = teller(results);
  return (
    <section class="gravest">
      <h2 class="small" {...say('gravest')} />
      {causes.length === 0 ? <p {...say('noFindings')} /> : null}
      <ol>
        {harmTallies(causes)
          .slice(0, HARMS_NAMED)
          .map(({ harm, grade, causes: [first, ...others] }) => (
            <li key={`${grade} ${harm}`}>
              <b {...sayText(...tallyTitle({ harm, grade }))} />{' '}
              <span class="faint" {...sayText(...problems(others.length + 1))} />
              <br />
              {first ? <Headline told={tell(first.lead.breach)} /> : null}
            </li>
          ))}
      </ol>
    </section>
  );
}

/** Rows that a page has room for. */
const ACCEPTED_LISTED = 4;

function Accepted({ requirements }: { readonly requirements: readonly RequirementRecord[] }) {
  const accepted = requirements.flatMap(({ id, baseline }) => (baseline ? [{ id, ...baseline }] : []));
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
                <td colSpan={4}>+ {accepted.length - ACCEPTED_LISTED} (report.html)</td>
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
