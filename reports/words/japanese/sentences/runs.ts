/** What a run says of itself, in Japanese, by its English sentence; `{name}` stands for a particular. */
export const RUNS: Readonly<Record<string, string>> = {
  // Claims and credentials
  yes: 'あり',
  no: 'なし',
  unknown: '不明',
  none: 'なし',
  basic: 'Basic 認証',
  bearer: 'Bearer トークン',
  headers: 'ヘッダー',
  // What a claim was held against
  'seen to work in {scenarios}': '{scenarios} で動作を確認',
  'not offered in {scenarios}': '{scenarios} で未提供と確認',
  'search answered {status}': '検索への応答：{status}',
  'no search was answered': '検索に応答がない',
  'not tried: the profile says no': '未試行（プロファイルで対応なしと宣言）',
  'the profile says so': 'プロファイルの宣言による',
  'DELETE of a study that does not exist answered {status}': '存在しない検査への DELETE への応答：{status}',
  'DELETE of a study that does not exist: {why}': '存在しない検査への DELETE：{why}',
  // Why an entry of a baseline accepts nothing
  'no scenario of this run judges it': 'この実行では判定するシナリオがありません',
  'it is met': '満たされています',
  'it was {requirement}': '旧名称 {requirement}',
  'a kind of breach has another name': '違反の種類の名称が変わりました',
  'it is breached and has no entry': '違反していますが、項目がありません',
  'it is met: remove the entry': '満たされています（項目を削除してください）',
  'it is breached in another way than was accepted': '許容したものとは別の形で違反しています',
  'it was not judged ({reason})': '判定されていません（{reason}）',
  'the entry expired on {date}': '{date} に期限が切れています',
  // What is left out of a shared run
  'addresses and names of hosts': 'アドレスとホスト名',
  'header fields that can hold tokens or names': 'トークンや名前を含み得るヘッダー',
  'the command line, the environment, the tester, and who accepted a breach and why':
    'コマンドライン、環境、試験担当者、違反を許容した人と理由',
  'files of the evidence': 'evidence のファイル',
  'values, texts and remarks that can hold patient attributes': '患者属性を含み得る値・文・備考',
  'bodies, bytes and pictures': 'ボディ、バイト列、画像',
  'UIDs, each replaced by another one': 'UID（別の UID に置換）',
  'own data set': '利用者のデータセット',
  // Why a run was cut short
  interrupted: '中断されました',
  'interrupted by the user': '利用者が中断しました',
  'the run took longer than {count} hours': '実行が {count} 時間を超えました',
  // A read-only run
  'a study on the server': 'サーバー上の検査',
  'studies on the server': 'サーバー上の検査',
  'not tried: the run is read-only': '未試行（読み取り専用の実行）',
  'left out by --read-only: it sends more than GET, HEAD and OPTIONS':
    '--read-only により除外（GET、HEAD、OPTIONS 以外を送信するため）',
  'credentials refused during the run: {why}': '実行中に認証情報が拒否されました：{why}',
  'the target stopped answering during the run: {why}': '実行中に対象サーバーが応答しなくなりました：{why}',
  'of {count} shards these are missing: {list}': '{count} 個のシャードのうち不足：{list}',
  'the server could no longer be reached': 'サーバーに接続できなくなりました',
  'Playwright did not run: {output}': 'Playwright を実行できませんでした：{output}',
  'a defect of the harness: {why}': '試験ツールの不具合：{why}',
  // What may still be on the server, and why
  'the server offers no DELETE': 'サーバーが DELETE を提供していない',
  'the server refused to delete it': 'サーバーが削除を拒否した',
  "the server refused it: it may be somebody else's": 'サーバーが保存を拒否したため、他者のデータの可能性がある',
  'it is the claim on what is left': '残っているデータの UID に対する宣言である',
  'none of them may be deleted': 'どれも削除してはならない',
  "the claim of this run on its UIDs is gone: what bears them may be somebody else's":
    'UID に対するこの実行の宣言がなくなっているため、その UID を持つものは他者のデータの可能性がある',
  'its UIDs are not of this run: it is left alone': 'UID がこの実行のものではないため、触れずに残した',
  'the server lists it in study {study} now, and it is left there':
    'サーバーは現在これを検査 {study} に表示しており、そこに残した',
  'a line of the ledger was changed, and what it stood for is not known any more':
    '台帳の行が書き換えられており、何を指していたか分からなくなっている',
  'its instances are gone, and a search still lists the study':
    'インスタンスはなくなったが、検索では検査がまだ一覧に現れる',
  'the credentials were refused: set fresh ones, and delete it with the command clean-up':
    '認証情報が拒否された。新しい認証情報を設定し、clean-up コマンドで削除してください',
  'DELETE of the {level} was answered {status}': '{level}の DELETE に {status} と応答した',
  'DELETE of the {level} was answered {status}: {why}': '{level}の DELETE に {status} と応答した：{why}',
  'DELETE is not sent to {url}, where it leads': 'リダイレクト先の {url} には DELETE を送信しない',
  'DELETE of the {level} was answered with no status ({code})': '{level}の DELETE に応答がない（{code}）',
  '{count} instance of study {uid}: the server offers no DELETE':
    '検査 {uid} のインスタンス {count} 件：サーバーが DELETE を提供していない',
  '{count} instances of study {uid}: the server offers no DELETE':
    '検査 {uid} のインスタンス {count} 件：サーバーが DELETE を提供していない',
  'One study of three instances stays on the server when deletion is refused.':
    '削除が拒否された場合、3 インスタンスの検査 1 件がサーバーに残ります。',
};
