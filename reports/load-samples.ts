import type { Results } from '../lib/results/results.ts';
import type { InBoth } from './words/language.ts';

/** What the judged samples of a load run showed, in English and Japanese; null where none was judged. */
export function sampleSentence({ scenarios, requirements }: Results): InBoth | null {
  const findings = scenarios.flatMap((scenario) => scenario.findings);
  const answers = new Set(findings.flatMap(({ exchanges }) => exchanges)).size;
  if (answers === 0) return null;
  const breached = requirements.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn').length;
  const judged = `${answers} sampled ${answers === 1 ? 'answer was' : 'answers were'} judged`;
  return breached === 0
    ? [`${judged}: no problems found.`, `抽出した応答 ${answers} 件を判定し、問題は見つかりませんでした。`]
    : [
        `${judged}: ${breached} ${breached === 1 ? 'requirement is' : 'requirements are'} breached.`,
        `抽出した応答 ${answers} 件を判定し、${breached} 件の要件に違反がありました。`,
      ];
}

/** Whether a report has anything to say of conformance: always of a conformance run, of a load run where a sample broke a rule. */
export function tellsConformance({ kind, requirements }: Results): boolean {
  return kind === 'conformance' || requirements.some(({ verdict }) => verdict === 'fail' || verdict === 'warn');
}
