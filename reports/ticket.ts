import type { Cause, Sighting } from '../lib/results/first-cause.ts';
import type { ExchangeRecord, Results } from '../lib/results/results.ts';
import { curlOf } from './curl-of.ts';
import { exchangeText } from './exchange-text.ts';
import { markdownBlock, markdownCode, markdownText } from './markdown-escape.ts';
import type { Recipe } from './recipes.ts';
import { registerEntries } from './register-entry.ts';
import { isNamed, serverName } from './server-name.ts';
import { visible } from './visible-text.ts';
import { whereText } from './where.ts';
import { whyWarn } from './why-warn.ts';
import { HARM_WORDS } from './words/harms.ts';
import { teller } from './words/tell.ts';

/** Sightings told one by one in a ticket; a vendor who mends the first has no need of the hundredth. */
const TOLD = 20;

/**
 * A ticket that a vendor can take in as it is: Markdown that also reads well as plain text. Without a recipe, as for what
 * is given to others without its evidence, the request alone is repeated.
 */
export function ticketText(
  results: Results,
  { lead, sightings, harm, exchange }: Cause,
  recipe: Recipe | null = null,
): string {
  const { finding, breach } = lead;
  const requirement = registerEntries(results).get(finding.requirement);
  const tell = teller(results);
  const { headline, effect, remedy } = tell(breach).english;
  const warned = whyWarn(lead, requirement);
  const parts = [
    `# ${markdownText(headline, 300)}`,
    `**${HARM_WORDS[harm][0]}.** ${markdownText(effect, 1_000)}`.trim(),
    ...breachParts(lead, tell),
    remedy && `**What to do:** ${markdownText(remedy, 1_000)}`,
    `**Rule:** ${finding.requirement} ${requirement?.level ?? ''}, ${markdownText(requirement?.statement ?? finding.claim, 600)}`,
    requirement && `Source: ${requirement.clause}${requirement.link ? ` <${requirement.link}>` : ''}`,
    `Verdict: ${breach.grade}${warned === null ? '' : `. ${markdownText(warned[0], 1_000)}`}`,
    warned === null && requirement?.disputed && `Disputed: ${markdownText(requirement.disputed, 1_000)}`,
    finding.remark && `Remark: ${markdownText(finding.remark, 1_000)}`,
    ...recipeParts(recipe, exchange),
    ...exchangeParts(exchange),
    ...others(sightings, tell),
    environment(results),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

type Tell = ReturnType<typeof teller>;

function breachParts({ breaches, finding }: Sighting, tell: Tell): string[] {
  const parts = breaches.map((breach) => {
    const { where, bytes } = breach;
    const { expected, observed } = tell(breach).english;
    const lines = [
      `- Expected: ${markdownCode(expected)}`,
      `- Observed: ${markdownCode(observed)}`,
      `- Where: ${markdownText(whereText(where))}`,
    ];
    if (bytes) {
      lines.push(`- Bytes from offset ${bytes.offset}, expected: ${markdownCode(bytes.expected, 200)}`);
      lines.push(`- Bytes from offset ${bytes.offset}, observed: ${markdownCode(bytes.actual, 200)}`);
    }
    return lines.join('\n');
  });
  const more = finding.breachCount - finding.breaches.length;
  return more > 0 ? [...parts, `and ${more} more breaches of the same requirement`] : parts;
}

function recipeParts(recipe: Recipe | null, exchange: ExchangeRecord | undefined): string[] {
  if (recipe === null) return exchange ? ['## Reproduce', markdownBlock(curlOf(exchange))] : [];
  const { name, replay, script } = recipe;
  const judged = 'Both say STILL BROKEN, FIXED or CANNOT TELL, and delete what they stored.';
  if ('why' in script) {
    const none = `In the folder of the run; there is no script for curl, because ${markdownText(script.why, 300)}:`;
    return ['## Reproduce', none, markdownBlock([replay, ...(exchange ? ['', curlOf(exchange)] : [])].join('\n'))];
  }
  return [
    '## Reproduce',
    `In the folder of the run, judged by the harness or with bash and curl alone. ${judged}`,
    markdownBlock(`${replay}\nbash tickets/${name}.sh`),
    `tickets/${name}.sh:`,
    markdownBlock(script.text.trimEnd()),
  ];
}

function exchangeParts(exchange: ExchangeRecord | undefined): string[] {
  return exchange ? ['## Exchange', markdownBlock(exchangeText(exchange))] : [];
}

function others(sightings: readonly Sighting[], tell: Tell): string[] {
  if (sightings.length < 2) return [];
  const lines = sightings.slice(1, TOLD).map(({ finding, scenario, breach }) => {
    return `- ${finding.requirement} in ${scenario.id}: ${markdownText(tell(breach).english.headline, 240)}`;
  });
  if (sightings.length > TOLD) lines.push(`- and ${sightings.length - TOLD} more`);
  return ['## Also seen', lines.join('\n')];
}

function environment(results: Results): string {
  const { target, run } = results;
  return [
    '## Environment',
    [
      `- Server: ${isNamed(results) ? markdownText(serverName(results)) : 'does not name itself'}`,
      ...statedLines(results),
      `- Address: ${markdownCode(target.baseUrl)}`,
      `- Profile: ${markdownText(target.profile.title)} (${markdownText(target.profile.name)}), edition ${markdownText(run.harness.edition)}`,
      `- Run: ${visible(run.id)}, ${run.startedAt}`,
      `- Harness: ${run.harness.name} ${run.harness.version}, Node ${run.harness.node}, ${run.harness.platform}`,
    ].join('\n'),
  ].join('\n\n');
}

function statedLines({ target: { stated = {} } }: Results): string[] {
  const { environment: where, tester } = stated;
  return [
    ...(where === undefined ? [] : [`- Environment: ${markdownText(where)}`]),
    ...(tester === undefined ? [] : [`- Tester: ${markdownText(tester)}`]),
  ];
}
