import type { Results } from '../../lib/results/results.ts';
import { markdownCode, markdownText } from '../markdown-escape.ts';
import { serverName } from '../server-name.ts';
import { claimRows } from './claims.ts';
import { type ObservedTransaction, observedTransactions, type ReadBody } from './observe.ts';

/** Keyword of a data element by its tag in eight hexadecimal digits, or null where the dictionary has none. */
type KeywordOf = (tag: string) => string | null;

/**
 * A draft of the web services part of a DICOM Conformance Statement (PS3.2), in Markdown: only what the run saw, each
 * row with the requirements that were found breached there, and the differences to what the profile claims.
 */
export function statementMarkdown(results: Results, readBody: ReadBody, keywordOf: KeywordOf): string {
  const { target, run } = results;
  const transactions = observedTransactions(results, readBody);
  const done = transactions.filter(({ succeeded }) => succeeded);
  const tables: [title: string, rows: string[][], head: string[]][] = [
    [
      'Resources',
      transactions.map(resourceRow),
      ['Service', 'Method', 'Resource', 'Supported', 'Statuses seen', 'Breached'],
    ],
    ['Media types', done.map(mediaRow), ['Service', 'Resource', 'Requested', 'Answered']],
    [
      'Transfer syntaxes',
      done.filter(({ transferSyntaxes }) => transferSyntaxes.size > 0).map(syntaxRow),
      ['Service', 'Resource', 'Transfer syntaxes'],
    ],
    ['SOP classes stored', done.flatMap(classRows), ['Resource', 'SOP Class UID']],
    ['Query parameters', done.flatMap(parameterRows), ['Resource', 'Parameter', 'Breached with it']],
    [
      'Attributes in search answers',
      done.flatMap((row) => attributeRows(row, keywordOf)),
      ['Resource', 'Tag', 'VR', 'Keyword'],
    ],
    [
      'Differences to the claims of the profile',
      claimRows(results, transactions).map((row) => [
        markdownText(row.feature),
        row.claimed,
        row.observed,
        row.difference === 'agrees' || row.difference === 'not settled' ? row.difference : `**${row.difference}**`,
        markdownText(row.evidence, 200),
      ]),
      ['Feature', 'Claimed', 'Seen', 'Difference', 'Evidence'],
    ],
  ];
  return `${[
    `# Draft: DICOM web services of ${markdownText(serverName(results))}`,
    `What ${markdownText(target.baseUrl)} was seen doing in run ${markdownText(run.id)} of ${run.startedAt}, with ${run.harness.name} ${run.harness.version}, profile ${markdownText(target.profile.name)}, edition ${markdownText(run.harness.edition)}. What the run did not ask for is not here; a row is an observation and no promise of the product.`,
    ...tables.map(
      ([title, rows, head]) => `## ${title}\n\n${rows.length > 0 ? table(head, rows) : 'Nothing was seen.'}`,
    ),
  ].join('\n\n')}\n`;
}

function resourceRow({ service, method, resource, succeeded, statuses, breached }: ObservedTransaction): string[] {
  const seen = [...statuses].sort(([left], [right]) => left - right).map(([status, count]) => `${status} (${count})`);
  return [
    service,
    markdownText(method, 20),
    markdownCode(resource),
    succeeded ? 'yes' : 'no',
    seen.join(', '),
    list(breached),
  ];
}

function mediaRow({ service, resource, requested, answered }: ObservedTransaction): string[] {
  return [service, markdownCode(resource), codes(requested), codes(answered)];
}

function syntaxRow({ service, resource, transferSyntaxes }: ObservedTransaction): string[] {
  return [service, markdownCode(resource), codes(transferSyntaxes)];
}

function classRows({ resource, sopClasses }: ObservedTransaction): string[][] {
  return [...sopClasses].sort().map((uid) => [markdownCode(resource), markdownCode(uid, 64)]);
}

function parameterRows({ service, resource, parameters }: ObservedTransaction): string[][] {
  if (service !== 'search') return [];
  return [...parameters].map(([name, breached]) => [markdownCode(resource), markdownCode(name, 80), list(breached)]);
}

function attributeRows({ resource, attributes }: ObservedTransaction, keywordOf: KeywordOf): string[][] {
  return [...attributes]
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([tag, vr]) => [
      markdownCode(resource),
      `(${tag.slice(0, 4)},${tag.slice(4)})`,
      markdownText(vr),
      keywordOf(tag) ?? '',
    ]);
}

function list(ids: ReadonlySet<string>): string {
  return ids.size === 0
    ? '–'
    : [...ids]
        .sort()
        .map((id) => markdownText(id))
        .join(', ');
}

function codes(values: ReadonlySet<string>): string {
  return values.size === 0
    ? '–'
    : [...values]
        .sort()
        .map((value) => markdownCode(value, 160))
        .join(', ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
