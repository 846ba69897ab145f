import type { RequirementTexts } from './requirement-texts.ts';

export const MULTIPART: RequirementTexts = {
  'MP-001': { statement: '複数のパートからなるレスポンスの Content-Type は multipart/related とする。' },
  'MP-002': {
    statement: 'マルチパートレスポンスの Content-Type には boundary パラメーターと type パラメーターがある。',
  },
  'MP-003': { statement: 'type パラメーターは、先頭の（ルート）パートのメディアタイプを示す。' },
  'MP-004': { statement: 'パートは CRLF と境界行で区切り、本文は終端の境界で終わる。' },
  'MP-005': {
    statement: '境界文字列は許可された文字 1～70 文字からなり、末尾に空白がなく、必要な場合は引用符で囲む。',
  },
  'MP-006': {
    statement: '各パートはヘッダーで始まり、単一パートのメディアタイプを示す Content-Type を含む。',
  },
  'MP-007': {
    statement:
      'パートの Content-Length はそのオクテット数と一致し、メッセージに転送コーディングがない場合は必ず付ける。',
    disputed:
      'この義務は表 8.6.1-1 の条件付きであり、満たしていない製品が多い。ない場合は警告、数値が誤っている場合は不適合とする。',
  },
  'MP-008': {
    statement: 'リソースを表すパートには、そのリソースの Content-Location を付ける。',
    disputed:
      'この義務は表 8.6.1-1 の条件付きであり、インスタンスのパートでは省略されることが多い。ない場合と 2 つのパートが同じ場所を示す場合は警告、別のものに到達する場合は不適合とする。',
  },
  'MP-009': {
    statement: 'パートの本文は base64 や quoted-printable を用いず、オクテット列のまま送る。',
  },
  'MP-010': {
    statement: 'リクエストにプリアンブル、エピローグ、未知のパートヘッダーがあっても、サーバーは正しく処理する。',
  },
};
