/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import type { Results } from '../../../lib/results/results.ts';
import { tellsConformance } from '../../load-samples.ts';
import { bytes, count, duration } from '../../quantity.ts';
import { runSeconds } from '../../server-name.ts';
import { missingFlags, STATED, STATED_WORDS } from '../../stated.ts';
import { visible } from '../../visible-text.ts';
import { say, sayPhrase } from '../say.ts';

/** What was tested, how, when and by what. */
export function Facts({ results }: { readonly results: Results }) {
  const { target, run, plan } = results;
  const judges = tellsConformance(results);
  const roots = target.roots ? Object.entries(target.roots).filter(([, root]) => root !== target.baseUrl) : [];
  return (
    <dl class="facts">
      {STATED_WORDS.map((word) => (
        <Fact word={word} key={word}>
          <Stated results={results} word={word} />
        </Fact>
      ))}
      {target.names.length > 0 ? <Fact word="ownName">{visible(target.names.join(', '), 200)}</Fact> : null}
      <Fact word="target">
        <code>{visible(target.baseUrl, 300)}</code>
      </Fact>
      {roots.length > 0 ? (
        <Fact word="services">
          {roots.map(([service, root]) => (
            <div key={service}>
              {service} <code>{visible(root, 300)}</code>
            </div>
          ))}
        </Fact>
      ) : null}
      <Fact word="profile">
        {visible(target.profile.title, 120)} <code>{visible(target.profile.name, 60)}</code>
        {judges ? <div class="faint" {...say('profileMeans')} /> : null}
      </Fact>
      {judges ? (
        <Fact word="edition">
          PS3.18 {visible(run.harness.edition, 40)}
          <div class="faint" {...say('editionMeans')} />
        </Fact>
      ) : null}
      <Fact word="authentication">
        <span {...sayPhrase(target.authentication)} />
      </Fact>
      <Fact word="dataset">
        {visible(plan.dataset, 120)}
        {plan.instances > 0 ? `, ${count(plan.instances)} × SOP Instance, ${bytes(plan.bytes)}` : null}
      </Fact>
      <Fact word="when">
        <time dateTime={run.startedAt}>{run.startedAt.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}</time>
        {`, ${duration(runSeconds(results) * 1000)}`}
      </Fact>
      <Fact word="harness">
        {`${run.harness.name} ${run.harness.version}, Node ${run.harness.node}, ${run.harness.platform}`}
      </Fact>
      <Fact word="runId">
        <code>{visible(run.id, 80)}</code>
      </Fact>
      <Fact word="command">
        <code>{visible(run.command.join(' '), 400)}</code>
      </Fact>
      {target.clientCertificate ? (
        <Fact word="clientCertificate">
          <span {...say('clientCertificateMeans')} />
        </Fact>
      ) : null}
      {target.unverified ? (
        <Fact word="remark">
          <span {...say('unverified')} />
        </Fact>
      ) : null}
      {target.embedded ? (
        <Fact word="remark">
          <span {...say('embedded')} />
        </Fact>
      ) : null}
    </dl>
  );
}

/** What only the user can say, and the flag that says it where it was not given. */
function Stated({ results, word }: { readonly results: Results; readonly word: keyof typeof STATED }) {
  const given = results.target.stated?.[word];
  if (given) return <>{visible(given, 200)}</>;
  return (
    <span class="faint">
      <span {...say('notGiven')} /> {missingFlags(results).includes(STATED[word]) ? <code>{STATED[word]}</code> : null}
    </span>
  );
}

function Fact({ word, children }: { readonly word: Parameters<typeof say>[0]; readonly children: ComponentChildren }) {
  return (
    <div class={word}>
      <dt {...say(word)} />
      <dd>{children}</dd>
    </div>
  );
}
