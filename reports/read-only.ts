import type { Results } from '../lib/results/results.ts';
import type { InBoth } from './words/language.ts';

/** What a reader has to know of a run that only read; null for a run that stored what it judged by. */
export function readOnlyNotice({ plan, kind }: Results): InBoth | null {
  if (!plan.isReadOnly) return null;
  const [judged, japanese] =
    kind === 'load'
      ? ['', '']
      : [
          ' Storing and deleting were not judged. What retrieve returned of the study stands for what was stored, so a value that the server had changed before is not seen.',
          '保存と削除は判定していません。検査の取得応答を保存内容とみなして比較したため、それ以前にサーバーが変更した値は検出できません。',
        ];
  return [
    `Read-only run: only GET, HEAD and OPTIONS were sent.${judged} The run holds data that was on the server: treat it as patient data.`,
    `読み取り専用の実行：GET、HEAD、OPTIONS のみを送信しました。${japanese}この実行結果にはサーバー上にあったデータが含まれます。患者データとして扱ってください。`,
  ];
}
