/** Duties that no exchange can show, and why, in Japanese, by the English sentence. */
export const UNTESTABLE: Readonly<Record<string, string>> = {
  'Conformance is claimed by transaction in a conformance statement.':
    '適合性宣言書（Conformance Statement）で、トランザクションごとに適合を宣言する。',
  'The security measures that the product uses are documented.': '製品が用いるセキュリティ対策を文書化する。',
  'What is refused can be seen; what is written about it cannot.':
    '拒否されることは確認できるが、文書に何が書かれているかは確認できない。',
  'The conformance statement names what retrieve supports: resources, media types, transfer syntaxes.':
    '適合性宣言書に、取得で対応するリソース、メディアタイプ、転送構文を記載する。',
  'The conformance statement names the SOP classes stored, the limits of a store and what is coerced.':
    '適合性宣言書に、保存できる SOP クラス、保存の制限、変換する属性を記載する。',
  'The conformance statement names the matching, the attributes and the limits of search.':
    '適合性宣言書に、検索の照合方法、属性、制限を記載する。',
  'It is kept by a document. Ask the vendor for the conformance statement.':
    '文書で満たすべき義務です。ベンダーの適合性宣言書を確認してください。',
};
