import type { ExchangeRecord, Results } from '../lib/results/results.ts';
import { exchangeText } from './exchange-text.ts';
import type { Cause } from './first-cause.ts';
import { markdownBlock, markdownCode, markdownText } from './markdown-escape.ts';
import { reproduction } from './reproduction.ts';
import { isNamed, serverName } from './server-name.ts';
import { visible } from './visible-text.ts';
import { whereText } from './where.ts';

/** Sightings told one by one in a ticket; a vendor who mends the first has no need of the hundredth. */
const TOLD = 20;

/** A ticket that a vendor can take in as it is: Markdown that also reads well as plain text. */
export function ticketText(results: Results, { lead, sightings, exchange }: Cause): string {
  const { finding, requirement } = lead;
  const parts = [
    `# ${finding.requirement}: ${requirement ? markdownText(requirement.statement, 200) : markdownText(finding.claim)}`,
    `Claim that does not hold: ${markdownText(finding.claim)}.`,
    requirement &&
      `Source: ${requirement.clause} (${requirement.level})${requirement.link ? ` <${requirement.link}>` : ''}`,
    `Verdict: ${finding.verdict}${requirement ? `, ${requirement.severity}` : ''}`,
    ...violationParts(lead.finding),
    finding.remark && `Remark: ${markdownText(finding.remark, 1_000)}`,
    requirement?.disputed && `Disputed: ${markdownText(requirement.disputed, 1_000)}`,
    requirement?.matters && `Why it matters: ${requirement.matters}`,
    requirement?.remedy && `What to do: ${requirement.remedy}`,
    ...exchangeParts(results, exchange),
    ...others(sightings),
    environment(results),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function violationParts({ violations, violationCount }: Cause['lead']['finding']): string[] {
  const parts = violations.map(({ expected, actual, where, bytes }) => {
    const lines = [
      `- Expected: ${markdownCode(expected)}`,
      `- Observed: ${markdownCode(actual)}`,
      `- Where: ${markdownText(whereText(where))}`,
    ];
    if (bytes) {
      lines.push(`- Bytes from offset ${bytes.offset}, expected: ${markdownCode(bytes.expected, 200)}`);
      lines.push(`- Bytes from offset ${bytes.offset}, observed: ${markdownCode(bytes.actual, 200)}`);
    }
    return lines.join('\n');
  });
  const more = violationCount - violations.length;
  return more > 0 ? [...parts, `and ${more} more violations of the same claim`] : parts;
}

function exchangeParts(results: Results, exchange: ExchangeRecord | undefined): string[] {
  if (!exchange) return [];
  return [
    '## Reproduce',
    markdownBlock(reproduction(results, exchange)),
    '## Exchange',
    markdownBlock(exchangeText(exchange)),
  ];
}

function others(sightings: Cause['sightings']): string[] {
  if (sightings.length < 2) return [];
  const lines = sightings.slice(1, TOLD).map(({ finding, scenario }) => {
    const [first] = finding.violations;
    const seen = first ? `: ${markdownCode(first.actual, 120)}` : '';
    return `- ${finding.requirement} in ${scenario.id}, ${markdownText(finding.claim, 120)}${seen}`;
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
      `- Address: ${markdownCode(target.baseUrl)}`,
      `- Profile: ${markdownText(target.profile.title)} (${markdownText(target.profile.name)}), edition ${markdownText(run.harness.edition)}`,
      `- Run: ${visible(run.id)}, ${run.startedAt}`,
      `- Harness: ${run.harness.name} ${run.harness.version}, Node ${run.harness.node}, ${run.harness.platform}`,
    ].join('\n'),
  ].join('\n\n');
}
