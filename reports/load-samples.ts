import type { Results } from '../lib/results/results.ts';
import type { InBoth } from './words/language.ts';

/** What the judged samples of a load run showed, in English and Japanese; null where none was judged. */
export function sampleSentence({ scenarios, requirements }: Results): InBoth | null {
  const findings = scenarios.flatMap((scenario) => scenario.findings);
  const answers = new Set(findings.flatMap(({ exchanges }) => exchanges)).size;
  if (answers === 0) return null;
  const judged = `${answers} sampled ${answers === 1 ? 'answer was' : 'answers were'} judged`;
  const failed = requirements.filter(({ verdict }) => verdict === 'fail').length;
  const warned = requirements.filter(({ verdict }) => verdict === 'warn').length;
  if (failed + warned === 0)
    return [`${judged}: no problems found.`, `抽出した応答 ${answers} 件を判定し、問題は見つかりませんでした。`];
  const breached = `${failed} ${failed === 1 ? 'requirement is' : 'requirements are'} breached`;
  const warnings = `${warned} ${warned === 1 ? 'warning' : 'warnings'}`;
  const found: InBoth =
    warned === 0
      ? [breached, `${failed} 件の要件に違反がありました`]
      : failed === 0
        ? [`${warnings}, and no requirement is breached`, `警告が ${warned} 件あり、違反した要件はありませんでした`]
        : [
            `${breached}, and there ${warned === 1 ? 'is' : 'are'} ${warnings}`,
            `${failed} 件の要件に違反、${warned} 件の警告がありました`,
          ];
  return [`${judged}: ${found[0]}.`, `抽出した応答 ${answers} 件を判定し、${found[1]}。`];
}

/** Whether a report has anything to say of conformance: always of a conformance run, of a load run where a sample broke a rule. */
export function tellsConformance({ kind, requirements }: Results): boolean {
  return kind === 'conformance' || requirements.some(({ verdict }) => verdict === 'fail' || verdict === 'warn');
}
