/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import type { Results } from '../../lib/results/results.ts';
import { STATED_WORDS } from '../stated.ts';
import { visible } from '../visible-text.ts';
import { say } from './say.ts';
import type { Word } from './words.ts';

/** What was tested, where, by whom, by which rules and when. */
export function CertificateFacts({ results: { target, run, plan } }: { readonly results: Results }) {
  return (
    <dl class="facts two-columns">
      {STATED_WORDS.map((word) => (
        <Fact key={word} word={word}>
          {target.stated?.[word] ? visible(target.stated[word], 90) : <span class="faint" {...say('notGiven')} />}
        </Fact>
      ))}
      <Fact word="target">
        <code>{visible(target.baseUrl, 120)}</code>
      </Fact>
      <Fact word="profile">{visible(target.profile.title, 120)}</Fact>
      <Fact word="edition">PS3.18 {visible(run.harness.edition, 20)}</Fact>
      <Fact word="dataset">{visible(plan.dataset, 80)}</Fact>
      <Fact word="when">{run.startedAt.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}</Fact>
      <Fact word="harness">{`${run.harness.name} ${run.harness.version}`}</Fact>
      <Fact word="runId">
        <code>{visible(run.id, 80)}</code>
      </Fact>
    </dl>
  );
}

function Fact({ word, children }: { readonly word: Word; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt {...say(word)} />
      <dd>{children}</dd>
    </div>
  );
}
