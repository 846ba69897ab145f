import { loadParts } from '../lib/results/load-parts.ts';
import type { LoadResult } from '../lib/results/load-result.ts';
import { durabilitySentence } from './durability.ts';
import { modelName } from './load-model.ts';
import { markdownText } from './markdown-escape.ts';
import { appliedSentence } from './parts/applied-load.ts';
import { loadFailures } from './parts/load-failures.ts';
import { bytes, count, duration, rate } from './quantity.ts';
import { type Language, type Say, speaking } from './words/language.ts';
import { sentenceOf } from './words/requirement.ts';

/** A load run for a job summary: rows an operation, thresholds, durability, the generator's ceiling. */
export function markdownLoad(load: LoadResult, language: Language = 'en'): string {
  const say = speaking(language);
  const latency = (value: number | undefined) => (value === undefined ? '–' : duration(value));
  const ordered = loadParts(load).flatMap(({ operations }) => operations);
  const operations = ordered.map(
    (operation) =>
      `| ${markdownText(operation.name)} | ${rate(operation.requestsPerSecond)} | ${rate(operation.instancesPerSecond)} | ${bytes(operation.bytesPerSecond)} | ${latency(operation.latency?.p50)} | ${latency(operation.latency?.p95)} | ${latency(operation.latency?.p99)} | ${count(operation.failed)} |`,
  );
  const thresholds = load.thresholds.map(({ metric, expression, holds, actual }) => {
    const state = holds ? say('holds', '達成') : `**${say('failed', '未達')}**`;
    const measured = actual === null ? say('nothing', 'なし') : rate(actual);
    const what = `${markdownText(metric)} ${markdownText(expression)}`;
    return say(`- ${state}: ${what} (measured ${measured})`, `- ${state}：${what}（実測値 ${measured}）`);
  });
  return [
    headline(load, say),
    [
      say(
        '| operation | requests/s | instances/s | bytes/s | p50 | p95 | p99 | failed |',
        '| 操作 | リクエスト/秒 | インスタンス/秒 | バイト/秒 | p50 | p95 | p99 | 失敗 |',
      ),
      '|---|--:|--:|--:|--:|--:|--:|--:|',
      ...operations,
    ].join('\n'),
    failures(load, say),
    thresholds.join('\n'),
    appliedSentence(load, language),
    durabilitySentence(load, language),
    ceiling(load, say),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

/** A row for each way in which requests failed, with an example. */
function failures(load: LoadResult, say: Say): string {
  const rows = loadFailures(load).map(
    ({ operation, kind, total, example }) =>
      `| ${markdownText(operation)} | ${markdownText(kind)} | ${count(total)} | ${markdownText(example.slice(0, 200))} |`,
  );
  if (rows.length === 0) return '';
  const head = say('| operation | failure | failed | an example |', '| 操作 | 失敗の種類 | 失敗 | 例 |');
  return [head, '|---|---|--:|---|', ...rows].join('\n');
}

function headline(load: LoadResult, say: Say): string {
  const { script, shape, durationSeconds, engine } = load;
  const [file, form] = [markdownText(script), markdownText(shape)];
  const [english, japanese] = modelName(load);
  const played = `${durationSeconds} s, ${markdownText(engine.name)} ${markdownText(engine.version)}`;
  return say(`${file}, shape ${form}, ${english}, ${played}`, `${file}、負荷形状 ${form}、${japanese}、${played}`);
}

function ceiling({ generator }: LoadResult, say: Say): string {
  const { requestsPerSecond, bytesPerSecond, saturated } = generator;
  const why = markdownText(say(...sentenceOf(generator.why)));
  const size = `${bytes(bytesPerSecond)}/s`;
  return say(
    `Generator ceiling: ${rate(requestsPerSecond)} requests/s, ${size}${saturated ? ' (**saturated**)' : ''}: ${why}`,
    `負荷発生側の上限：${rate(requestsPerSecond)} リクエスト/秒、${size}${saturated ? '（**飽和**）' : ''}：${why}`,
  );
}
