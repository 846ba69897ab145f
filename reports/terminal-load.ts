import { allowsDropped, wasApplied } from '../lib/results/applied-load.ts';
import { loadParts } from '../lib/results/load-parts.ts';
import type { LoadResult, OperationLoad } from '../lib/results/load-result.ts';
import { durabilitySentence } from './durability.ts';
import { modelName } from './load-model.ts';
import { appliedSentence } from './parts/applied-load.ts';
import { loadFailures } from './parts/load-failures.ts';
import { bytes, count, duration, rate } from './quantity.ts';
import { columnsOf, padEnd, padStart } from './terminal-columns.ts';
import type { Paint } from './terminal-paint.ts';
import { visible } from './visible-text.ts';
import { type Language, type Say, speaking } from './words/language.ts';
import { sentenceOf } from './words/requirement.ts';

/** A load run for a terminal: what was put on the server, a row an operation, thresholds, and what was lost. */
export function terminalLoad(load: LoadResult, paint: Paint, language: Language = 'en'): string {
  const say = speaking(language);
  const [english, japanese] = modelName(load);
  const model = say(`(${english})`, `（${japanese}）`);
  const head = `${load.script} · ${load.shape} ${model} · ${load.durationSeconds} s · ${load.engine.name} ${load.engine.version}`;
  return [
    paint.faint(visible(head)),
    operationTable(
      loadParts(load).flatMap(({ operations }) => operations),
      paint,
      say,
    ),
    failures(load, paint, say),
    load.thresholds
      .map((threshold) => {
        const { metric, expression, holds, actual } = threshold;
        const label = holds
          ? paint.verdict('pass', say('holds ', '達成'))
          : paint.verdict('fail', say('failed', '未達'));
        return `${label} ${visible(metric)} ${visible(expression)}${actual === null ? say(': no data', '：データなし') : ` (${rate(actual)})`}`;
      })
      .join('\n'),
    applied(load, paint, language),
    durability(load, paint, language),
    ceiling(load, paint, say),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function operationTable(operations: readonly OperationLoad[], paint: Paint, say: Say): string {
  const head = [
    '',
    say('requests/s', 'リクエスト/秒'),
    say('instances/s', 'インスタンス/秒'),
    say('bytes/s', 'バイト/秒'),
    ...['p50', 'p95', 'p99'],
    say('failed', '失敗'),
  ];
  const rows = operations.map((operation) => [
    visible(operation.name, 40),
    rate(operation.requestsPerSecond),
    rate(operation.instancesPerSecond),
    `${bytes(operation.bytesPerSecond)}`,
    ...(['p50', 'p95', 'p99'] as const).map((key) => (operation.latency ? duration(operation.latency[key]) : '–')),
    count(operation.failed),
  ]);
  const table = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...table.map((row) => columnsOf(row[column] ?? ''))));
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? padEnd(cell, widths[0] ?? 0) : padStart(cell, widths[column] ?? 0)))
      .join('  '),
  );
  return [paint.faint(lines[0] ?? ''), ...lines.slice(1)].join('\n');
}

/** One line for each way in which requests failed, with an example. */
function failures(load: LoadResult, paint: Paint, say: Say): string {
  return loadFailures(load)
    .map(({ operation, kind, total, example }) => {
      const label = paint.verdict('fail', say('failed', '失敗'));
      const why = example === '' ? '' : say(`, such as: ${visible(example, 200)}`, `。例：${visible(example, 200)}`);
      return `${label} ${visible(operation, 40)} ${visible(kind, 40)} × ${count(total)}${why}`;
    })
    .join('\n');
}

function applied(load: LoadResult, paint: Paint, language: Language): string {
  const line = appliedSentence(load, language);
  return line === '' || wasApplied(load) ? line : paint.verdict(allowsDropped(load) ? 'warn' : 'fail', line);
}

function durability(load: LoadResult, paint: Paint, language: Language): string {
  const line = durabilitySentence(load, language);
  return load.lostCount + load.changedCount > 0 ? paint.verdict('fail', line) : line;
}

function ceiling({ generator }: LoadResult, paint: Paint, say: Say): string {
  const why = visible(say(...sentenceOf(generator.why)));
  const [requests, size] = [rate(generator.requestsPerSecond), `${bytes(generator.bytesPerSecond)}/s`];
  const line = say(
    `generator ceiling ${requests} requests/s, ${size}: ${why}`,
    `負荷発生側の上限 ${requests} リクエスト/秒、${size}：${why}`,
  );
  if (!generator.saturated) return line;
  return paint.verdict('warn', say(`generator saturated: ${line}`, `負荷発生側が飽和：${line}`));
}
