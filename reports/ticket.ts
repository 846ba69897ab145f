import type { Cause, Sighting } from '../lib/results/first-cause.ts';
import type { ExchangeRecord, Results } from '../lib/results/results.ts';
import { curlOf } from './curl-of.ts';
import { exchangeText } from './exchange-text.ts';
import { markdownBlock, markdownCode, markdownText } from './markdown-escape.ts';
import { whereJapanese } from './page/where-japanese.ts';
import type { Recipe } from './recipes.ts';
import { registerEntries } from './register-entry.ts';
import { isNamed, serverName } from './server-name.ts';
import { sayVerdict } from './verdict-words.ts';
import { visible } from './visible-text.ts';
import { whereText } from './where.ts';
import { whyWarn } from './why-warn.ts';
import { CONSEQUENCE_WORDS } from './words/consequences.ts';
import { HARM_WORDS } from './words/harms.ts';
import { type Language, type Say, speaking } from './words/language.ts';
import { citationOf, disputedOf, sentenceOf, statementOf } from './words/requirement.ts';
import { tellerIn } from './words/tell.ts';

/** Sightings told one by one in a ticket; a vendor who mends the first has no need of the hundredth. */
const TOLD = 20;

interface TicketOptions {
  /** How the finding is shown again. Without it, as for what is given to others without its evidence, the request alone is repeated. */
  readonly recipe?: Recipe | null;
  /** English by default. */
  readonly language?: Language | undefined;
}

/** A ticket that a vendor can take in as it is: Markdown that also reads well as plain text. */
export function ticketText(
  results: Results,
  cause: Cause,
  { recipe = null, language = 'en' }: TicketOptions = {},
): string {
  const { lead, sightings, grade, consequence, harm, exchange } = cause;
  const { finding, breach } = lead;
  const requirement = registerEntries(results).get(finding.requirement);
  const say = speaking(language);
  const tell = tellerIn(language, results);
  const { headline, remedy } = tell(breach);
  const warned = grade === 'warn' ? whyWarn(lead, requirement) : null;
  const rule = requirement ? say(...statementOf(requirement)) : say(...sentenceOf(finding.claim));
  const disputed = warned === null && requirement?.disputed ? disputedOf(requirement.id, requirement.disputed) : null;
  const parts = [
    `# ${markdownText(headline, 300)}`,
    `**${say(...HARM_WORDS[harm])}${say('.', '。')}** ${say(...CONSEQUENCE_WORDS[consequence])}`,
    ...breachParts(lead, tell, say),
    remedy && `**${say('What to do:', '対処方法：')}** ${markdownText(remedy, 1_000)}`,
    `**${say('Rule:', '要件：')}** ${finding.requirement} ${requirement?.level ?? ''}${say(', ', '、')}${markdownText(rule, 600)}`,
    requirement &&
      `${say('Source:', '出典：')} ${say(...citationOf(requirement.clause))}${requirement.link ? ` <${requirement.link}>` : ''}`,
    `${say('Verdict:', '判定：')} ${sayVerdict(grade, say)}${warned === null ? '' : `${say('. ', '。')}${markdownText(say(...warned), 1_000)}`}`,
    disputed && `${say('Disputed:', '解釈に争いあり：')} ${markdownText(say(...disputed), 1_000)}`,
    finding.remark && `${say('Remark:', '備考：')} ${markdownText(say(...sentenceOf(finding.remark)), 1_000)}`,
    ...recipeParts(recipe, exchange, say),
    ...exchangeParts(exchange, language),
    ...others(sightings, tell, say),
    environment(results, say),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

type Tell = ReturnType<typeof tellerIn>;

function breachParts({ breaches, finding }: Sighting, tell: Tell, say: Say): string[] {
  const parts = breaches.map((breach) => {
    const { where, bytes } = breach;
    const { expected, observed } = tell(breach);
    const lines = [
      `- ${say('Expected:', '期待値：')} ${markdownCode(expected)}`,
      `- ${say('Observed:', '実際の値：')} ${markdownCode(observed)}`,
      `- ${say('Where:', '位置：')} ${markdownText(say(whereText(where), whereJapanese(where)))}`,
    ];
    if (bytes) {
      const from = say(`Bytes from offset ${bytes.offset}`, `オフセット ${bytes.offset} からのバイト列`);
      lines.push(`- ${from}${say(', expected:', '（期待値）：')} ${markdownCode(bytes.expected, 200)}`);
      lines.push(`- ${from}${say(', observed:', '（実際の値）：')} ${markdownCode(bytes.actual, 200)}`);
    }
    return lines.join('\n');
  });
  const more = finding.breachCount - finding.breaches.length;
  if (more <= 0) return parts;
  return [...parts, say(`and ${more} more breaches of the same requirement`, `同じ要件への違反がほかに ${more} 件`)];
}

function recipeParts(recipe: Recipe | null, exchange: ExchangeRecord | undefined, say: Say): string[] {
  const title = `## ${say('Reproduce', '再現手順')}`;
  if (recipe === null) return exchange ? [title, markdownBlock(curlOf(exchange))] : [];
  const { name, replay, script } = recipe;
  if ('why' in script) {
    const why = markdownText(script.why, 300);
    const none = say(
      `In the folder of the run; there is no script for curl, because ${why}:`,
      `実行結果のフォルダーで次を実行してください（curl 用のスクリプトはありません：${markdownText(say(...sentenceOf(script.why)), 300)}）。`,
    );
    return [title, none, markdownBlock([replay, ...(exchange ? ['', curlOf(exchange)] : [])].join('\n'))];
  }
  return [
    title,
    say(
      'In the folder of the run, judged by the harness or with bash and curl alone. Both say STILL BROKEN, FIXED or CANNOT TELL, and delete what they stored.',
      '実行結果のフォルダーで、試験ツール、または bash と curl だけで再現できます。どちらも STILL BROKEN（未修正）、FIXED（修正済み）、CANNOT TELL（判断できない）のいずれかを示し、保存したものを削除します。',
    ),
    markdownBlock(`${replay}\nbash tickets/${name}.sh`),
    `tickets/${name}.sh:`,
    markdownBlock(script.text.trimEnd()),
  ];
}

function exchangeParts(exchange: ExchangeRecord | undefined, language: Language): string[] {
  if (!exchange) return [];
  const say = speaking(language);
  return [`## ${say('Exchange', '通信内容')}`, markdownBlock(exchangeText(exchange, language))];
}

function others(sightings: readonly Sighting[], tell: Tell, say: Say): string[] {
  if (sightings.length < 2) return [];
  const lines = sightings.slice(1, TOLD).map(({ finding, scenario, breach }) => {
    const headline = markdownText(tell(breach).headline, 240);
    const where = say(`${finding.requirement} in ${scenario.id}:`, `${finding.requirement}（${scenario.id}）：`);
    return `- ${where} ${headline}`;
  });
  const more = sightings.length - TOLD;
  if (more > 0) lines.push(`- ${say(`and ${more} more`, `ほかに ${more} 件`)}`);
  return [`## ${say('Also seen', '同じ原因の指摘')}`, lines.join('\n')];
}

function environment(results: Results, say: Say): string {
  const { target, run } = results;
  const server = isNamed(results)
    ? markdownText(serverName(results))
    : say('does not name itself', 'サーバーは名称を示していない');
  const profile = `${markdownText(target.profile.title)} (${markdownText(target.profile.name)})`;
  const edition = markdownText(run.harness.edition);
  return [
    `## ${say('Environment', '試験環境')}`,
    [
      `- ${say('Server:', 'サーバー：')} ${server}`,
      ...statedLines(results, say),
      `- ${say('Address:', 'アドレス：')} ${markdownCode(target.baseUrl)}`,
      `- ${say('Profile:', 'プロファイル：')} ${profile}${say(`, edition ${edition}`, `、規格の版 ${edition}`)}`,
      `- ${say('Run:', '実行：')} ${visible(run.id)}${say(', ', '、')}${run.startedAt}`,
      `- ${say('Harness:', '試験ツール：')} ${run.harness.name} ${run.harness.version}, Node ${run.harness.node}, ${run.harness.platform}`,
    ].join('\n'),
  ].join('\n\n');
}

function statedLines({ target: { stated = {} } }: Results, say: Say): string[] {
  const { environment: where, tester } = stated;
  return [
    ...(where === undefined ? [] : [`- ${say('Environment:', '環境：')} ${markdownText(where)}`]),
    ...(tester === undefined ? [] : [`- ${say('Tester:', '試験担当者：')} ${markdownText(tester)}`]),
  ];
}
