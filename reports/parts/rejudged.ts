import { entriesAbout } from '../../lib/results/change-log.ts';
import type { Moved, Rejudged } from '../../lib/results/rejudged.ts';
import { sayVerdict } from '../verdict-words.ts';
import { visible } from '../visible-text.ts';
import { type Language, type Say, speaking } from '../words/language.ts';
import { sentenceOf } from '../words/requirement.ts';

/** Which verdicts moved, by which change, and what could not be judged again. */
export function rejudgedText({ moved, unrecorded, same }: Rejudged, changeLog: string, language: Language): string {
  const say = speaking(language);
  const head =
    moved.length === 0
      ? say('No verdict moved.', '判定の変化はありません。')
      : say(`Verdicts that moved: ${moved.length}`, `変化した判定：${moved.length} 件`);
  const open =
    unrecorded.length === 0
      ? []
      : [
          say(
            `Not judged again, because the run did not record what this version asks, or did not keep it: ${unrecorded.length}. conformance --evidence all keeps every answer.`,
            `この版が必要とする通信が記録または保存されておらず、再判定できない要件：${unrecorded.length} 件。conformance --evidence all はすべての応答を保存します。`,
          ),
          ...unrecorded.map((one) => movedLine(one, say)),
        ];
  const rest = say(`${same} requirements are judged as they were.`, `${same} 件の要件の判定は以前と同じです。`);
  const lines = moved.flatMap((one) => [movedLine(one, say), ...changes(one, changeLog, say)]);
  return `${[head, ...lines, ...open, rest].join('\n')}\n`;
}

function movedLine({ requirement, before, after, why }: Moved, say: Say): string {
  const side = (one: Moved['before']): string =>
    one === null
      ? say('not asked', '対象外')
      : `${sayVerdict(one.verdict, say)}${one.reason ? ` (${one.reason})` : ''}`;
  const told = why === '' ? '' : `${say(': ', '：')}${visible(say(...sentenceOf(why)), 300)}`;
  return `  ${requirement}  ${side(before)} → ${side(after)}${told}`;
}

function changes({ requirement }: Moved, changeLog: string, say: Say): string[] {
  const entries = entriesAbout(requirement, changeLog);
  if (entries.length === 0) return [say('      no entry of the change log names it', '      変更履歴に記載なし')];
  return entries.map((entry) => `      ${visible(entry, 500)}`);
}
