/** @jsxImportSource preact */
import type { Results } from '../../lib/results/results.ts';
import type { Cause } from '../first-cause.ts';
import { serverName } from '../server-name.ts';
import { GRAVEST_FIRST, incompleteReasons, summaryRows, totals } from '../summary-table.ts';
import { visible } from '../visible-text.ts';
import { anchor } from './anchor.ts';
import { Badge } from './badge.tsx';
import { Facts } from './facts.tsx';
import { LoadGlance } from './load-glance.tsx';
import { isWord, say, sayText } from './say.ts';

/** What was tested, the verdict in a sentence, the counts, what was not judged and why, what is left behind. */
export function FirstScreen({ results, causes }: { readonly results: Results; readonly causes: readonly Cause[] }) {
  const { summary, run } = results;
  return (
    <header class="first" id="top">
      <p class="kind" {...say(results.kind === 'load' ? 'loadReport' : 'conformanceReport')} />
      <h1>{serverName(results)}</h1>
      <p class={`sentence ${toneOf(summary.verdict)}`} id="verdict" data-verdict={summary.verdict}>
        <span
          {...sayText(visible(summary.sentence), visible(`${japaneseSentence(results)}${japaneseRest(results)}`))}
        />
      </p>
      {run.completeness === 'partial' ? (
        <p class="notice">
          <strong {...say('partial')} /> {visible(run.why ?? '')}
        </p>
      ) : null}
      <Unmatched entries={results.unmatched ?? []} />
      <div class="columns">
        <Facts results={results} />
        <div>
          {results.load ? <LoadGlance load={results.load} /> : null}
          <Counts results={results} />
          <Levels results={results} />
          <NotJudged results={results} />
          <Gravest causes={causes} />
        </div>
      </div>
      <Remains results={results} />
    </header>
  );
}

function Unmatched({ entries }: { readonly entries: NonNullable<Results['unmatched']> }) {
  if (entries.length === 0) return null;
  return (
    <div class="notice" id="unmatched">
      <strong {...say('unmatched')} />
      <ul>
        {entries.map(({ requirement, why }) => (
          <li key={requirement}>
            {visible(requirement, 40)}: <span lang="en">{visible(why, 200)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function toneOf(verdict: Results['summary']['verdict']): string {
  if (verdict === 'conformant' || verdict === 'passed') return 'pass';
  return verdict === 'not-conformant' || verdict === 'failed' ? 'fail' : 'incomplete';
}

function japaneseSentence(results: Results): string {
  const { fail, warn, info, pass, incomplete } = totals(results);
  const judged = fail + warn + info + pass;
  const unjudged = incomplete > 0 ? `${incomplete} 件は判定できませんでした。` : '';
  switch (results.summary.verdict) {
    case 'conformant':
      return `判定した ${judged} 件の要求事項に違反は見つかりませんでした${warn > 0 ? `（警告 ${warn} 件）` : ''}。${unjudged}`;
    case 'not-conformant':
      return `不適合：判定した ${judged} 件の要求事項のうち ${fail} 件に違反がありました。${unjudged}`;
    case 'nothing-judged':
      return judged > 0
        ? `動作を確認できた操作はありません。それ以外に判定できた要求事項は ${judged} 件です。${unjudged}`
        : `判定できた要求事項はありません（全 ${incomplete} 件）。`;
    case 'passed':
      return '負荷試験に合格しました。';
    case 'failed':
      return japaneseLosses(results) ?? '負荷試験に不合格となりました。';
    case 'incomplete':
      return judged > 0
        ? `結果は不完全です。判定した ${judged} 件の要求事項に違反は見つかりませんでした${warn > 0 ? `（警告 ${warn} 件）` : ''}。${unjudged}`
        : '結果は不完全です。';
  }
}

/** What the sentence goes on to say: what stood in the way, in the words of the run, and what the baseline accepts. */
function japaneseRest({ summary, requirements, unmatched = [] }: Results): string {
  const [, obstacle] = /What stood in the way: (.*?)\.(?= The baseline|$)/.exec(summary.sentence) ?? [];
  const accepted = requirements.filter(({ baseline }) => baseline !== undefined).length;
  return [
    obstacle === undefined ? '' : `主な妨げ：${obstacle}。`,
    accepted > 0 ? `うち ${accepted} 件はベースラインで許容されています。` : '',
    unmatched.length > 0 ? `該当する違反のないベースライン項目が ${unmatched.length} 件あります。` : '',
  ].join('');
}

function japaneseLosses({ load }: Results): string | null {
  if (!load || load.lostCount + load.changedCount === 0) return null;
  return `不合格：受領応答のあった ${load.acknowledged} 件のインスタンスのうち、${load.lostCount} 件が消失、${load.changedCount} 件が改変されました。`;
}

function Counts({ results }: { readonly results: Results }) {
  const rows = summaryRows(results);
  if (rows.length === 0) return null;
  return (
    <table class="counts" id="counts">
      <caption {...say('requirements')} />
      <thead>
        <tr>
          <th scope="col" {...say('level')} />
          {GRAVEST_FIRST.map((verdict) => (
            <th scope="col" class="number" key={verdict}>
              <Badge verdict={verdict} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ level, counts }) => (
          <tr key={level} data-level={level}>
            <th scope="row">{visible(level, 40)}</th>
            {GRAVEST_FIRST.map((verdict) => (
              <td class={`number ${counts[verdict] > 0 ? verdict : 'zero'}`} key={verdict} data-verdict={verdict}>
                {counts[verdict]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Levels that are no words of the standard say what they are. */
function Levels({ results }: { readonly results: Results }) {
  const levels = summaryRows(results).map(({ level }) => level);
  return (
    <>
      {(['derived', 'documented'] as const).map((level) =>
        levels.includes(level) ? (
          <p key={level} class="faint gloss">
            <b>{level}</b>: <span {...say(`${level}Means`)} />
          </p>
        ) : null,
      )}
    </>
  );
}

function NotJudged({ results }: { readonly results: Results }) {
  if (summaryRows(results).length === 0) return null;
  const reasons = incompleteReasons(results);
  return (
    <section class="not-judged">
      <h2 class="small" {...say('notJudgedTitle')} />
      {reasons.length === 0 ? (
        <p {...say('allJudged')} />
      ) : (
        <ul>
          {reasons.map(([reason, total]) => (
            <li key={reason}>
              <b class="number">{total}</b> <code>{reason}</code>{' '}
              {isWord(reason) ? <span class="faint" {...say(reason)} /> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Causes named on the first screen; the section of findings has all. */
const NAMED = 5;

function Gravest({ causes }: { readonly causes: readonly Cause[] }) {
  if (causes.length === 0) return null;
  return (
    <section class="gravest">
      <h2 class="small" {...say('gravest')} />
      <ul>
        {causes.slice(0, NAMED).map(({ id, lead: { finding } }) => (
          <li key={id}>
            <Badge verdict={finding.verdict} />{' '}
            <a href={`#${anchor('cause', id)}`} lang="en">
              {visible(finding.claim, 120)}
            </a>
          </li>
        ))}
        {causes.length > NAMED ? (
          <li>
            <a href="#findings" {...sayText(`and ${causes.length - NAMED} more`, `ほか ${causes.length - NAMED} 件`)} />
          </li>
        ) : null}
      </ul>
    </section>
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
          <b {...say('stays')} />: {visible(plan.stays)}
        </p>
      )}
      <ul>
        {remains.slice(0, LISTED).map(({ studyInstanceUid, seriesInstanceUid, sopInstanceUid, why }, index) => (
          <li key={index}>
            <code>{visible(sopInstanceUid ?? seriesInstanceUid ?? studyInstanceUid, 80)}</code> {visible(why, 300)}
          </li>
        ))}
        {remains.length > LISTED ? <li>+ {remains.length - LISTED} (results.json)</li> : null}
      </ul>
    </section>
  );
}
