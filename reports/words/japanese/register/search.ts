import type { RequirementTexts } from './requirement-texts.ts';

export const SEARCH: RequirementTexts = {
  'QIDO-001': {
    statement: '階層型検索（検査、検査内のシリーズ、シリーズ内のインスタンス）は、存在するものを返す。',
  },
  'QIDO-002': {
    statement:
      'DICOMweb をネイティブに実装するサーバーは、リレーショナル検索（全シリーズ、全インスタンス、検査内の全インスタンス）にも応答する。',
    disputed:
      'DIMSE に変換するだけのサーバーは、これらを省いてもよい。評価：不適合とする。ただしプロファイルがリレーショナル検索の非対応を明記している場合は判定しない。',
  },
  'QIDO-003': {
    statement:
      '検索結果は、別のタイプの要求がなければ DICOM JSON とし、Content-Type は application/dicom+json とする。',
    disputed: '同じバイト列に application/json を用いるサーバーは多い。評価：警告とする。',
  },
  'QIDO-004': {
    statement: '検索結果は、一致ごとに 1 文書の application/dicom+xml の multipart/related でも提供する。',
    disputed:
      'XML は表では必須とされるが、対応していない製品が多い。評価：406 は警告とし、代わりに JSON を返す場合も警告とする。',
  },
  'QIDO-005': {
    statement: 'JSON の検索結果は最上位が 1 つの配列で、一致が 1 件の場合も含めて一致ごとに 1 オブジェクトを持つ。',
  },
  'QIDO-006': {
    statement: '一致のない検索も成功とし、内容のない 204、または空のリストの 200 を返す。',
    disputed:
      '2025 年の版までは空のペイロードの 204、CP-2473 では空のリストの 200 とされる。評価：どちらも適合、404 と、空のオブジェクトを含むリストは不適合とする。',
  },
  'QIDO-007': {
    statement: '存在しない検査の下の検索には、一致なし、または対象なしと応答し、結果やサーバーエラーを返さない。',
    disputed: '親が存在しない場合に空の結果とするか、リソースなしとするかは決着していない。評価：どちらも適合とする。',
  },
  'QIDO-008': {
    statement: '構文の誤ったクエリや、あり得ないキー値のクエリは 400 で拒否する。',
    disputed: 'そのキーを無視してよいとする解釈もある。評価：無視は警告、5xx は不適合とする。',
  },
  'QIDO-009': {
    statement: 'Accept ヘッダーに対応していないタイプしかない検索は、406 で拒否する。',
    disputed:
      '8.7.8.1 では 406 となるが、既定のメディアタイプの定義からは既定のタイプを返すとも読める。評価：既定のタイプの返却と、400・415 による拒否は警告とする。',
  },
  'QIDO-010': {
    statement:
      '検査の検索キー（StudyDate、StudyTime、AccessionNumber、ModalitiesInStudy、ReferringPhysicianName、PatientName、PatientID、StudyInstanceUID、StudyID）により、/studies で検査を絞り込める。',
  },
  'QIDO-011': {
    statement:
      'シリーズの検索キー（Modality、SeriesInstanceUID、SeriesNumber、PerformedProcedureStepStartDate、PerformedProcedureStepStartTime）により、シリーズを絞り込める。',
  },
  'QIDO-012': {
    statement:
      'RequestAttributesSequence 内の ScheduledProcedureStepID と RequestedProcedureID をドット区切りのパスで指定し、シリーズを絞り込める。',
  },
  'QIDO-013': {
    statement:
      'インスタンスの検索キー（SOPClassUID、SOPInstanceUID、InstanceNumber）により、インスタンスを絞り込める。',
  },
  'QIDO-014': {
    statement: 'リレーショナル検索では、パスで指定していない上位レベルの検索キーも使える。',
    disputed:
      'DIMSE に変換するだけのサーバーには求められない。評価：リレーショナルのリソースがない場合は QIDO-002 で扱い、その検索キーは判定しない。',
  },
  'QIDO-020': {
    statement:
      '検査の検索結果は、StudyDate、StudyTime、AccessionNumber、ModalitiesInStudy、ReferringPhysicianName、PatientName、PatientID、PatientBirthDate、PatientSex、StudyInstanceUID、StudyID と 2 つの件数を、保存時の値で含む。',
    disputed:
      '値なしで保存された属性は省かれることが多い。評価：それらは警告、値が分かっている属性の欠落は不適合とする。',
  },
  'QIDO-021': {
    statement: '検査、シリーズ、インスタンスの各レベルの結果は RetrieveURL を含み、その URL から対象を取得できる。',
    disputed:
      '検査レベルについて、2024e 版は取得できる場合に含めるとし、2017d 版は取得できなければ空とする。UR では相対参照も許される。評価：検査レベルでの欠落、相対 URL、VR が UT であること、到達できないホストは警告とする。',
  },
  'QIDO-022': {
    statement: 'InstanceAvailability を返す場合、その値は ONLINE、NEARLINE、OFFLINE、UNAVAILABLE のいずれかである。',
  },
  'QIDO-023': {
    statement: 'TimezoneOffsetFromUTC は、分かっている場合に符号と 4 桁の数字で返す。',
  },
  'QIDO-024': {
    statement: '検査の件数と ModalitiesInStudy は、その時点で保存されている内容と一致する。',
  },
  'QIDO-025': {
    statement:
      'シリーズの検索結果は、Modality、SeriesInstanceUID、SeriesNumber、NumberOfSeriesRelatedInstances を保存時の値で含む。',
    disputed: '空の SeriesNumber は省かれることが多い。評価：警告とする。',
  },
  'QIDO-026': {
    statement:
      'シリーズの検索結果は、分かっている場合に SeriesDescription、実施手順の開始日と開始時刻、2 つの ID を持つ RequestAttributesSequence を含む。',
  },
  'QIDO-027': {
    statement: 'インスタンスの検索結果は、SOPClassUID、SOPInstanceUID、InstanceNumber を保存時の値で含む。',
    disputed: '空の InstanceNumber は省かれることが多い。評価：警告とする。',
  },
  'QIDO-028': {
    statement:
      'インスタンスの検索結果は、インスタンスが持つ場合に Rows、Columns、BitsAllocated、NumberOfFrames を含む。',
    disputed:
      '分かっている場合に返すものであり、インデックスに持たないサーバーもある。評価：欠落は警告、誤った値は不適合とする。',
  },
  'QIDO-029': {
    statement: 'リレーショナル検索の結果は、パスで指定していない上位レベルの属性も含む。',
    disputed: '上位の UID だけを返すサーバーが多い。評価：上位レベルの属性の欠落は警告、誤った値は不適合とする。',
  },
  'QIDO-030': {
    statement: '検索キーとして使われた、対応している属性は結果に含まれる。',
  },
  'QIDO-031': {
    statement:
      'includefield は、キーワードまたはタグで指定されたそのレベルの属性を結果に加える。カンマ区切りでも、パラメーターの繰り返しでも指定できる。',
    disputed:
      'クライアントはカンマ区切りと繰り返しの両方を使う。評価：一方だけが使えない場合と、どの形式でも何も加わらない場合は警告、400 は不適合とする。',
  },
  'QIDO-032': {
    statement: 'includefield=all は、サーバーが対応するそのレベルの任意属性をすべて返す。',
    disputed:
      '2020b 版までは利用可能な全属性、現在は対応する全任意キーを意味する。評価：既定と変わらない結果は警告、400 は不適合とする。',
  },
  'QIDO-033': {
    statement: '下位レベルの属性は、includefield で指定されても返さない。',
  },
  'QIDO-034': {
    statement: 'includefield で指定された上位レベルの属性は、シリーズとインスタンスの検索で返す。',
  },
  'QIDO-035': {
    statement: 'プライベート属性をクリエーターとともに要求した場合、クリエーターとともに返す。',
  },
  'QIDO-040': {
    statement: 'PN 以外の VR の単一値は、大文字と小文字も含めて完全一致で照合し、前方一致としない。',
    disputed:
      '大文字と小文字を区別せずに比較するデータベースが多い。評価：区別しない一致は警告、前方一致は不適合とする。',
  },
  'QIDO-041': {
    statement: '氏名の照合では大文字・小文字やアクセント記号の違いを無視してもよく、ワイルドカードの扱いは実装による。',
    disputed: 'PS3.4 は氏名の照合を実装に委ねている。記録にとどめ、末尾のアスタリスクで一致しない場合は警告とする。',
  },
  'QIDO-042': {
    statement: 'カンマ区切りの UID リストは、リスト内の各対象に一致する。',
    disputed:
      '%2C だけ、あるいはバックスラッシュだけを受け付けるサーバーもある。評価：その場合は警告、どの形式も使えなければ不適合とする。',
  },
  'QIDO-043': {
    statement: '値のない検索キーは、条件なしとみなすか拒否し、サーバーエラーを返さない。',
    disputed:
      'C-FIND には全一致（ユニバーサルマッチング）があるが、クエリの文法は値を求める。評価：条件なしと 400 は記録、空の結果は警告、その他のステータスは不適合とする。',
  },
  'QIDO-044': {
    statement: 'テキストの検索キーでは、アスタリスクは任意の文字列、疑問符は任意の 1 文字を表す。',
    disputed: 'ワイルドカードは検索キーの照合種別に含まれ、氏名を除いて義務である。評価：不適合、氏名では警告とする。',
  },
  'QIDO-045': {
    statement: '日付範囲は、両端を指定した場合も片側だけの場合も、端の日付を含む。',
  },
  'QIDO-046': {
    statement: '時刻範囲は、保存時の精度にかかわらず時点として比較する。',
    disputed: '保存時の値に秒の小数部があると比較が正しくないサーバーが多い。評価：その場合は警告とする。',
  },
  'QIDO-047': {
    statement: '日付範囲と時刻範囲を同時に指定した場合、1 つの日時の区間として扱う。',
    disputed: '両者を組み合わせるサーバーは少ない。評価：別々に評価する場合は警告とする。',
  },
  'QIDO-048': {
    statement: '検索キーは、キーワードでも、大文字・小文字いずれかの 16 進 8 桁でも指定でき、結果は同じである。',
    disputed: '16 進の文字に小文字を使えることは、文法からのみ導かれる。評価：小文字に対する 400 は警告とする。',
  },
  'QIDO-049': { statement: '複数の検索キーは AND で組み合わせる。' },
  'QIDO-050': {
    statement: '複数値の属性に対する検索キーは、いずれかの値が一致すれば一致とし、結果にはすべての値を示す。',
  },
  'QIDO-051': {
    statement: 'サーバーが照合できない有効な属性は無視し、検索を失敗させない。',
    disputed:
      'C-FIND は対応していないキーを無視するが、ステータスの表は誤った構文に 400 を挙げている。評価：400 は警告とする。',
  },
  'QIDO-052': {
    statement: 'データ辞書の属性でないパラメーターは、無視または拒否し、サーバーエラーを返さない。',
    disputed: '8.3 は未知のパラメーターを無視するとし、表 10.6.3-1 は 400 を認めている。評価：どちらも適合とする。',
  },
  'QIDO-053': {
    statement: 'キー属性が空のものが任意の値に一致するかどうかを記録する。',
    disputed: 'C-FIND の規則では不明な値は一致し、データベースの規則では一致しない。記録のみで評価しない。',
  },
  'QIDO-054': {
    statement: 'あいまい照合に対応しないサーバーは、fuzzymatching=true に対して通常の照合結果と Warning 299 を返す。',
    disputed: 'RFC 9111 は Warning ヘッダーを廃止し、プロキシが取り除くこともある。評価：ヘッダーの欠落は警告とする。',
  },
  'QIDO-055': {
    statement:
      'あいまい照合を宣言している場合、大文字・小文字、アクセント記号、語順の異なる氏名は、指定したときだけ見つかる。',
  },
  'QIDO-056': {
    statement: 'emptyvaluematching と multiplevaluematching は、適用するか、Warning 299 を付けて応答する。',
  },
  'QIDO-060': {
    statement: 'limit は結果の件数を制限し、offset は結果を読み飛ばす。各ページは過不足なくつながる。',
  },
  'QIDO-061': {
    statement: '内容に変化がなければ、同じ検索は同じ一致を同じ順序で返す。',
  },
  'QIDO-062': {
    statement: 'ページの後に一致が残っている場合、Warning 299 で残りの件数を示す。',
    disputed:
      'RFC 9111 はこのヘッダーを廃止し、DICOM の例はその文法に合わない。評価：欠落は警告とし、コード 299 と数値だけを確認する。',
  },
  'QIDO-063': {
    statement: '終端を越えた offset や limit=0 には、エラーではなく空の結果を返す。',
    disputed:
      'limit=0 は、結果なし、制限なし、エラーのいずれにも解釈されている。limit=0 は記録にとどめ、404 と 5xx は不適合とする。',
  },
  'QIDO-064': {
    statement: 'limit のない検索は、サーバーの上限で打ち切っても、413 で拒否してもよい。',
  },
  'QIDO-065': {
    statement: '受領応答を返したインスタンスは、ベンダーが文書化した時間内に検索できるようになる。',
    disputed:
      '規格は時間を定めていない。評価：その時間を過ぎてから見つかれば警告、6 倍の時間を過ぎても見つからなければ不適合とする。どの検索でも見つからないものはここで一度だけ報告し、その場合、検索は判定しない。',
  },
  'QIDO-066': {
    statement: 'AvailableTransferSyntaxUID に挙げられた転送構文で取得できる。',
  },
  'QIDO-067': {
    statement: 'TimezoneOffsetFromUTC を検索キーに指定した場合、クエリの日付と時刻をそのタイムゾーンで解釈する。',
  },
  'QIDO-068': {
    statement: '検索には、規格が検索に定めるステータスで応答する。',
    disputed: '206 は Range 専用だが、2025 年の版まで関連する表に残っていた。評価：警告とする。',
  },
};
