import type { RequirementTexts } from './requirement-texts.ts';

/** Services that no scenario speaks: capabilities, WADO-URI, the worklist, instances of no patient, commitment. */
export const OTHERS: RequirementTexts = {
  'CAP-001': {
    statement: 'ベース URL への OPTIONS に、サービスの機能の記述で応答する。',
  },
  'CAP-002': { statement: '機能の記述は、WADL XML またはその JSON 形式とする。' },
  'CAP-003': {
    statement: '機能の記述は 1 つのアプリケーションを含み、そのリソースのベースはサービスのベース URL である。',
  },
  'CAP-004': {
    statement: '機能の記述は、対象のメソッドと下位リソースを列挙する。',
  },
  'CAP-005': { statement: '機能の記述に示された内容を、サーバーは実際に提供する。' },
  'URI-001': {
    statement: 'requestType がない、または対応していないリクエストは 400 で拒否する。',
  },
  'URI-002': { statement: '3 つの UID のいずれかを欠くリクエストは 400 で拒否する。' },
  'URI-003': {
    statement: 'application/dicom が要求された場合、インスタンスを PS3.10 ファイルで返す。',
  },
  'URI-004': {
    statement: 'transferSyntax のないリクエストには、Explicit VR Little Endian のファイルを返す。',
  },
  'URI-005': {
    statement: 'transferSyntax は対応していれば適用し、形式の誤った値には 400、対応していない値には 406 を返す。',
  },
  'URI-006': {
    statement: 'charset などのパラメーターを伴う contentType は 400 で拒否する。',
  },
  'URI-007': {
    statement: '任意のタイプが要求された単一フレーム画像は JPEG で返す。',
  },
  'URI-008': {
    statement: '保存されていない UID には 404 を、削除済みと分かっている場合は 410 を返す。',
  },
  'URI-009': {
    statement: 'frameNumber は 1 から数え、インスタンスに存在しない番号は 400 で拒否する。',
  },
  'URI-010': {
    statement: 'windowCenter と windowWidth は 2 つの 10 進数で画像にのみ指定でき、それ以外は 400 で拒否する。',
  },
  'URI-011': {
    statement: 'rows と columns は画像の最大の大きさであり、縦横比は保たれる。',
  },
  'URI-012': {
    statement: 'region は画像を切り出す。0 から 1 までの順序正しい 4 つの 10 進数でない場合は 400 で拒否する。',
  },
  'URI-013': {
    statement: 'anonymize に対応する場合、yes は独自の UID を持つ匿名化された複製を返す。',
  },
  'URI-014': {
    statement: 'PNG は 406 で拒否しても、既定のタイプで応答してもよい。',
  },
  'UPS-001': {
    statement: 'ワークリストへの POST はワークアイテムを作成し、201 とその場所を返す。',
  },
  'UPS-002': {
    statement: '新しいワークアイテムの状態は SCHEDULED とし、別の状態や必須属性の欠落は拒否する。',
  },
  'UPS-003': {
    statement: '既存の UID でのワークアイテムの作成には 409 を返す。',
  },
  'UPS-004': {
    statement: 'ワークアイテムの Transaction UID は、取得する誰にも開示しない。',
  },
  'UPS-005': { statement: '未知のワークアイテムへの要求には 404 を返す。' },
  'UPS-006': {
    statement: 'ワークリストは既定で DICOM JSON を用い、Native DICOM Model XML にも対応する。',
  },
  'UPS-007': {
    statement: '進行中のワークアイテムは Transaction UID の保有者だけが更新でき、完了したものは誰も更新できない。',
  },
  'UPS-008': {
    statement: 'ワークアイテムは Transaction UID により占有され、占有した者が完了または中止する。',
  },
  'UPS-009': {
    statement: 'SCHEDULED への逆戻りや二重の占有など、許されない状態変更は拒否する。',
  },
  'UPS-010': {
    statement: '最終状態に必要な内容が揃うまで、ワークアイテムを完了できない。',
  },
  'UPS-011': {
    statement: '状態変更を拒否した理由やサーバーが変更した内容を、Warning 299 で示す。',
  },
  'UPS-012': {
    statement: '予定状態のワークアイテムへの中止要求は受け付けられ、中止される。',
  },
  'UPS-013': {
    statement: '中止要求は、作業中であれば受領または拒否され、完了後は拒否される。',
  },
  'UPS-014': {
    statement: 'ワークリストは ProcedureStepState などのキーで検索でき、必須属性を返す。',
  },
  'UPS-015': { statement: '一致のないワークリスト検索も成功とする。' },
  'UPS-016': { statement: '購読には 201 と WebSocket のアドレスを返す。' },
  'UPS-017': {
    statement: 'WebSocket は、すべての状態変更を DICOM JSON のテキストフレームで通知する。',
  },
  'UPS-018': {
    statement: '購読は解除と一時停止ができ、未知の購読には 404 を返す。',
  },
  'NPI-001': {
    statement: '患者に属さないインスタンスのサービスは、宣言した取得と検索に応じ、それ以外には 404 を返す。',
  },
  'SC-001': {
    statement: 'ストレージコミットメント要求には結果を、処理中であれば 202 を、使用済みの UID には 409 を返す。',
  },
  'SC-002': {
    statement: 'ストレージコミットメントの結果は後から照会でき、結果がなければ 404 または 410 を返す。',
  },
  'XML-001': {
    statement: 'XML のデータセットは Native DICOM Model に従い、JSON 形式と同じ内容を表す。',
  },
};
