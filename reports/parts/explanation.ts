import type { Harm } from '../../lib/breaches/harm.ts';
import type { Requirement } from '../../lib/requirements/requirement.ts';
import type { Results } from '../../lib/results/results.ts';
import { sayVerdict } from '../verdict-words.ts';
import { visible } from '../visible-text.ts';
import { HARM_WORDS } from '../words/harms.ts';
import { type InBoth, type Language, type Say, speaking } from '../words/language.ts';
import { citationOf, disputedOf, sentenceOf, statementOf, unjudgedOf } from '../words/requirement.ts';
import { tellerIn } from '../words/tell.ts';

/** An id and what it stands for. */
export interface Named {
  readonly id: string;
  readonly title: string;
}

/** What the command `explain` has to say about one name. */
export type Explained =
  | {
      readonly kind: 'requirement';
      readonly requirement: Requirement;
      readonly scenarios: readonly Named[];
      /** Files of `lib/judges` that judge it. */
      readonly judges: readonly string[];
      readonly killers: readonly Named[];
    }
  | {
      readonly kind: 'scenario';
      readonly id: string;
      readonly title: string;
      readonly service: string;
      readonly features: readonly string[];
      readonly needs: readonly string[];
      readonly requirements: readonly Named[];
    }
  | {
      readonly kind: 'fault';
      readonly id: string;
      readonly title: string;
      readonly breach: string | null;
      readonly scenarios: readonly string[];
      readonly requirements: readonly Named[];
    }
  | {
      readonly kind: 'breach';
      readonly code: string;
      /** Empty where the harm depends on the particulars. */
      readonly harms: readonly Harm[];
      readonly killers: readonly Named[];
      readonly requirements: readonly Named[];
    }
  | { readonly kind: 'exit code'; readonly code: number; readonly words: InBoth }
  | { readonly kind: 'word'; readonly word: string; readonly means: InBoth };

/** The explanation as text, and what a run saw of it where one is given. */
export function explanation(explained: Explained, run: Results | null, language: Language = 'en'): string {
  const say = speaking(language);
  const blocks = [...about(explained, say), ...(run ? seenIn(run, explained, language) : [])];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function about(explained: Explained, say: Say): string[] {
  switch (explained.kind) {
    case 'requirement':
      return aboutRequirement(explained, say);
    case 'scenario': {
      const { id, title, service, features, needs, requirements } = explained;
      return [
        `${id}  ${say(...sentenceOf(title))}`,
        [
          say(`Service: ${service}`, `サービス：${service}`),
          say(`Features: ${features.join(', ')}`, `機能：${features.join('、')}`),
          needs.length > 0 ? say(`Builds on: ${needs.join(', ')}`, `前提のシナリオ：${needs.join('、')}`) : '',
        ]
          .filter(Boolean)
          .join('\n'),
        duties(say('Judges', '判定する要件'), requirements, say),
      ];
    }
    case 'fault': {
      const { id, title, breach, scenarios, requirements } = explained;
      return [
        say(`${id}: a fault of the reference server. It ${title}.`, `${id}：参照サーバーの欠陥（${title}）`),
        duties(say('Turns red, at least one of', '次の要件の少なくとも 1 つが不合格になる'), requirements, say),
        breach === null ? '' : say(`Told as: ${breach}`, `指摘の種類：${breach}`),
        scenarios.length > 0
          ? say(`Met by: ${scenarios.join(', ')}`, `検出するシナリオ：${scenarios.join('、')}`)
          : say('Met by no scenario.', 'このシナリオで検出されることはありません。'),
        `dicomweb-harness faults ${id}\ndicomweb-harness reference-server --fault ${id}`,
      ];
    }
    case 'breach': {
      const { code, harms, killers, requirements } = explained;
      const harm = harms.map((one) => say(...HARM_WORDS[one]))[0];
      return [
        `${code}: ${harm ?? say('the harm depends on what is affected', '影響は対象によって異なる')}`,
        duties(say('Breaks, for instance', '違反する要件の例'), requirements, say),
        list(say('Faults that show it', 'これを示す欠陥'), killers),
      ];
    }
    case 'exit code':
      return [`${explained.code}  ${say(...explained.words)}`];
    case 'word':
      return [`${explained.word}: ${say(...explained.means)}`];
  }
}

function aboutRequirement(explained: Extract<Explained, { kind: 'requirement' }>, say: Say): string[] {
  const { requirement, scenarios, judges, killers } = explained;
  const { id, level, service, clause, link, disputed, unjudged } = requirement;
  const judged = scenarios.map(({ id: scenario, title }) => ({ id: scenario, title: say(...sentenceOf(title)) }));
  return [
    `${id} · ${level} · ${service} · ${say(...citationOf(clause))}\n${say(...statementOf(requirement))}\n${link}`,
    unjudged === undefined
      ? ''
      : say(`Judged by no scenario: ${unjudged}`, `判定対象外：${say(...unjudgedOf(id, unjudged))}`),
    list(say('Judged by the scenarios', '判定するシナリオ'), judged),
    judges.length > 0 ? say(`Judges: ${judges.join(', ')}`, `判定関数：${judges.join('、')}`) : '',
    list(say('Faults that turn it red', '不合格にする欠陥'), killers),
    disputed === undefined
      ? ''
      : `${say('Disputed reading', '解釈が分かれる点')}\n  ${say(...disputedOf(id, disputed))}`,
  ];
}

function list(title: string, entries: readonly Named[]): string {
  if (entries.length === 0) return '';
  const width = Math.max(...entries.map(({ id }) => id.length));
  return [title, ...entries.map((entry) => `  ${entry.id.padEnd(width)}  ${entry.title}`)].join('\n');
}

function duties(title: string, requirements: readonly Named[], say: Say): string {
  return list(
    title,
    requirements.map((one) => ({ id: one.id, title: say(...statementOf({ id: one.id, statement: one.title })) })),
  );
}

/** What a run has to say about the requirement, the scenario or the breach. */
function seenIn(run: Results, explained: Explained, language: Language): string[] {
  const say = speaking(language);
  const tell = tellerIn(language, run);
  const isMeant = (finding: { readonly requirement: string }, scenario: string): boolean =>
    (explained.kind === 'requirement' && finding.requirement === explained.requirement.id) ||
    (explained.kind === 'scenario' && scenario === explained.id);
  const lines = run.scenarios.flatMap(({ id, findings }) =>
    findings.flatMap((finding) => {
      const told = finding.breaches.filter(({ code }) =>
        explained.kind === 'breach' ? code === explained.code : isMeant(finding, id),
      );
      if (explained.kind === 'breach' ? told.length === 0 : !isMeant(finding, id)) return [];
      const why = [finding.reason, finding.remark && say(...sentenceOf(finding.remark))].filter(Boolean).join(': ');
      const verdict = sayVerdict(finding.verdict, say);
      return [
        `  ${verdict}  ${id} ${finding.requirement}: ${say(...sentenceOf(finding.claim))}${why ? ` (${visible(why, 300)})` : ''}`,
        ...told.map((breach) => `      ${visible(tell(breach).headline, 300)}`),
      ];
    }),
  );
  const head = say(`In the run of ${run.run.startedAt}`, `${run.run.startedAt} の実行では`);
  const record =
    explained.kind === 'requirement' ? run.requirements.find(({ id }) => id === explained.requirement.id) : undefined;
  const verdict = record ? `${say(': ', '：')}${sayVerdict(record.verdict, say)}` : '';
  const nothing = say('  It says nothing of this.', '  これについての記録はありません。');
  return [[`${head}${verdict}`, ...(lines.length > 0 ? lines : [nothing])].join('\n')];
}
