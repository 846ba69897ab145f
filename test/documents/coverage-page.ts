import { FAULTS } from '../../lib/reference-server/faults/index.ts';
import { allRequirements } from '../../lib/requirements/register.ts';
import type { Requirement } from '../../lib/requirements/requirement.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';

/** What is named one by one; of more than this, the number stands. */
const MOST_NAMED = 8;

const HEAD = `# What is judged, clause by clause

Made by \`npm run coverage-page\` from the register of requirements, the scenarios and the faults; a test fails where it is not
what they say. **By** names the scenarios that judge a requirement (\`npm run conformance -- --scenario ID\`), **on** the data that
they ask about: \`tutorial\` is the data set of the run, the others are stored beside it (\`npm run list -- data\`). **Proof** names the
deliberate faults of the reference server that have to turn it red or yellow (\`npm run faults -- ID\`). A requirement of which
everything that a server may do is recorded and not graded has a fault only where an answer can be wrong.
`;

/** docs/coverage.md, as the register, the scenarios and the faults have it. */
export function coveragePage(): string {
  const rows = allRequirements();
  const services = [...new Set(rows.map(({ service }) => service))];
  const judged = rows.filter(({ unjudged }) => unjudged === undefined);
  const parts = services.map((service) => section(service, rows));
  return `${HEAD}\n${judged.length} of ${rows.length} requirements are judged.\n\n${parts.join('\n\n')}\n`;
}

function section(service: string, rows: readonly Requirement[]): string {
  const own = rows.filter((row) => row.service === service);
  const judged = own.filter(({ unjudged }) => unjudged === undefined);
  const open = own.flatMap((row) => (row.unjudged === undefined ? [] : [{ ...row, unjudged: row.unjudged }]));
  return [
    `## ${service}`,
    `${judged.length} of ${own.length} are judged.`,
    ...(judged.length > 0 ? [table(['requirement', 'level', 'by', 'on', 'proof'], judged.map(judgedRow))] : []),
    ...(open.length > 0 ? [table(['not judged', 'level', 'why'], open.map(openRow))] : []),
  ].join('\n\n');
}

function judgedRow(row: Requirement): readonly string[] {
  const scenarios = SCENARIOS.filter(({ covers }) => covers.includes(row.id));
  const data = [...new Set(scenarios.flatMap(({ data: sets }): readonly string[] => sets ?? ['tutorial']))];
  const faults = FAULTS.filter(({ requirements, scenarios: meet }) => requirements.includes(row.id) && meet.length > 0);
  return [
    what(row),
    row.level,
    named(
      scenarios.map(({ id }) => id),
      'scenarios',
    ),
    data.join(', '),
    named(
      faults.map(({ id }) => id),
      'faults',
    ),
  ];
}

function openRow({ unjudged, ...row }: Requirement & { readonly unjudged: string }): readonly string[] {
  return [what(row), row.level, unjudged];
}

function what({ id, clause, link, statement }: Requirement): string {
  return `**${id}** ${statement} [${clause}](${link})`;
}

function named(ids: readonly string[], plural: string): string {
  if (ids.length <= MOST_NAMED) return ids.join(', ') || '—';
  return `${ids.slice(0, 3).join(', ')} and ${ids.length - 3} other ${plural}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
