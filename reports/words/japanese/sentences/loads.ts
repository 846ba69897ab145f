/** What load runs and comparisons say of themselves, in Japanese, by the English sentence; `{name}` stands for a particular. */
export const LOADS: Readonly<Record<string, string>> = {
  // The verdict of a load run
  'The load was refused: {why}': '負荷の設定が受け付けられませんでした：{why}',
  'The script failed: {why}': 'スクリプトが失敗しました：{why}',
  '{lost} of {count} acknowledged instances lost, {changed} changed':
    '受領応答のあったインスタンス {count} 件のうち、消失 {lost} 件、改変 {changed} 件',
  '{lost} of the {count} acknowledged instances that were looked for are not there':
    '確認した受領応答済みインスタンス {count} 件のうち {lost} 件が見つかりません',
  '{changed} of the compared answers held an instance that differs from what was stored':
    '比較した応答のうち {changed} 件に、保存時と異なるインスタンスがありました',
  'The run was interrupted': '実行が中断されました',
  'No request was completed': '完了したリクエストがありません',
  'It is unknown what became of {lost} of {count} acknowledged instances':
    '受領応答のあったインスタンス {count} 件のうち {lost} 件の状態を確認できません',
  'Nothing was acknowledged, so nothing could be read back': '受領応答がなく、読み戻して確認できません',
  'None of the acknowledged instances that were looked for was found, so nothing shows that they were stored':
    '確認した受領応答済みインスタンスが 1 件も見つからず、保存されたことを確認できません',
  'A threshold does not hold: {named}': 'しきい値 1 件が未達です（{named}）',
  '{count} thresholds do not hold: {named}': 'しきい値 {count} 件が未達です（{named}）',
  'Sampled answers break {requirements}': '抽出した応答が {requirements} に違反しています',
  'No operation succeeded from second {number} to the end: {count} failed':
    '{number} 秒以降、成功した操作がありません（失敗 {count} 件）',
  'Every threshold holds': 'すべてのしきい値を達成しました',
  'The run ended as planned': '計画どおり終了しました',
  'looked for {verified} of {count} acknowledged instances, all there':
    '受領応答のあったインスタンス {count} 件のうち {verified} 件を確認し、すべて見つかりました',
  '{failed} of {count} operations failed': '操作 {count} 件のうち {failed} 件が失敗',
  '{count} iterations were dropped': '実行できなかった反復 {count} 回',
  'The load was not applied in full': '指定した負荷をかけられませんでした',
  'The load was not applied in full: {rate} operations a second were asked for, {reached} were reached':
    '指定した負荷をかけられませんでした（指定 毎秒 {rate} 操作、到達 毎秒 {reached} 操作）',
  'the load was not applied in full': '指定した負荷をかけられませんでした',
  'the load was not applied in full: {rate} operations a second were asked for, {reached} were reached':
    '指定した負荷をかけられませんでした（指定 毎秒 {rate} 操作、到達 毎秒 {reached} 操作）',
  'the most was {rate} operations a second, from second {from} to {to}':
    '最大は毎秒 {rate} 操作（{from} 秒から {to} 秒まで）',
  // The generator
  "the generator was at {percent} % of the most that it can do, so the numbers show its limit and not the target's":
    '負荷発生側が能力の {percent} % に達しており、数値は対象の性能ではなく発生側の限界を示しています',
  'the generator was at {percent} % of the most that it can do in the busiest quarter of the run':
    '最も負荷の高い 4 分の 1 の時間帯で、負荷発生側は能力の {percent} %',
  'the run used {percent} % of what the generator reached on a null sink':
    '負荷発生側の上限（空の受信先に対する実測値）の {percent} %',
  'not measured on the runners': '実行ノードでは未測定',
  'answers under load are well-formed: {operation}': '負荷中の応答の形式が正しい：{operation}',
  'Everything that is stored stays, because of --keep': '--keep の指定により、保存したデータはすべて残ります',
  'Everything that is stored stays, because the target does not delete studies':
    '対象サーバーが検査を削除できないため、保存したデータはすべて残ります',
  'its deletion was not answered with success': '削除に成功応答がなかった',
  'its deletion was not tried: the run was interrupted': '実行が中断されたため、削除を試みていない',
  'whether it is gone cannot be seen: it was not looked for': 'なくなったかどうか分からない（確認していない）',
  'whether it is gone cannot be seen: a search for it was answered {search}, its metadata was answered {metadata}':
    'なくなったかどうか分からない（検索への応答：{search}、メタデータへの応答：{metadata}）',
  'whether it is gone cannot be seen: {why}': 'なくなったかどうか分からない：{why}',
  'its deletion was not tried: others got no answer': '他の削除に応答がなかったため、削除を試みていない',
  'it holds {uid}, which the run did not store, and which is left alone':
    'この実行で保存していない {uid} を含むため、変更していない',
  'it is still there after its deletion': '削除後も残っている',
  // Kinds of failed operations
  'timed-out': '時間切れ',
  timed_out: '時間切れ',
  too_long: '応答が長すぎる',
  malformed: '形式の誤り',
  no_answer: '応答なし',
  empty: '空の応答',
  wrong_type: 'メディアタイプの誤り',
  wrong_content: '内容の誤り',
  refused: '保存の拒否',
  unlisted: '応答に記載なし',
  changed: '改変',
  'status {number}': 'ステータス {number}',
  // A target of a run that is compared
  'embedded reference server': '付属の参照サーバー',
  // Comparison of load runs
  'there is no load run on one side': '一方に負荷試験の実行がありません',
  'The runs cannot be compared: {why}': '比較できません：{why}',
  '{setting} is {left} and {right}': '{setting} が異なります（{left} と {right}）',
  'not set': '未設定',
  'the generator was saturated in one run': '一方の実行で負荷発生側が飽和しています',
  'Worse: {metrics}': '悪化：{metrics}',
  'Nothing could be decided': '判断できる指標がありません',
  'Nothing is worse': '悪化した指標はありません',
  'Nothing is worse. Better: {metrics}': '悪化した指標はありません。改善：{metrics}',
  'Nothing is worse. Undecided: {undecided} of {count}':
    '悪化した指標はありません。判断不能：{count} 件中 {undecided} 件',
  'Nothing is worse. Better: {metrics}. Undecided: {undecided} of {count}':
    '悪化した指標はありません。改善：{metrics}。判断不能：{count} 件中 {undecided} 件',
  'Nothing is shown to be worse; this may be: {metrics}. Undecided: {undecided} of {count}':
    '悪化と判断できる指標はありませんが、悪化の可能性があります：{metrics}。判断不能：{count} 件中 {undecided} 件',
  'Nothing is shown to be worse; this may be: {suspects}. Better: {metrics}. Undecided: {undecided} of {count}':
    '悪化と判断できる指標はありませんが、悪化の可能性があります：{suspects}。改善：{metrics}。判断不能：{count} 件中 {undecided} 件',
  '{operation} throughput': '{operation} スループット',
  '{operation} failed': '{operation} 失敗率',
  '{operation} p{number}': '{operation} p{number}',
  '{operation} throughput ({growth})': '{operation} スループット（{growth}）',
  '{operation} p{number} ({growth})': '{operation} p{number}（{growth}）',
  'dropped iterations': '実行できなかった反復',
  'lost instances': '消失したインスタンス',
  'changed instances': '改変されたインスタンス',
  'there was not one request of this kind in the later runs': '比較先にこの種類のリクエストがない',
  '95 % confidence intervals of the mean over {of}, {margin}': '{of}の平均の 95 % 信頼区間、{margin}',
  '95 % confidence intervals of the mean over the percentiles of the runs, {margin}':
    '各実行のパーセンタイルの平均の 95 % 信頼区間、{margin}',
  '95 % confidence intervals of the percentile from its order statistics, {margin}':
    '順序統計量によるパーセンタイルの 95 % 信頼区間、{margin}',
  'fewer than {count} successes on one side: too few for this percentile':
    '一方の成功が {count} 件未満で、このパーセンタイルには少なすぎる',
  'too few {of} to compare': '比較するには{of}が少なすぎる',
  runs: '実行',
  seconds: '秒ごとの値',
  'margin {percent} %': '許容差 {percent} %',
  'margin {percent} %; with fewer than {number} runs a side a change counts beyond {times} times':
    '許容差 {percent} %（各側の実行が {number} 回未満のため、{times} 倍を超える変化だけを数える）',
  'difference of two shares with 95 % confidence, margin {percent} percent points':
    '2 つの割合の差（信頼度 95 %）、許容差 {percent} パーセントポイント',
  'none may be there': '1 件も許容しない',
};
