import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inJapanese } from '../../../reports/words/japanese/sentences/index.ts';
import { judgeNullServer, judgeOddServer } from '../../matrix/servers.ts';
import { globSync } from '../../support/glob.ts';

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;
const TEXT = String.raw`(?:'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)"|\`((?:[^\`\\$]|\$\{[^{}\`]*\}|\\.)*)\`)`;
/** Where the sources write a claim, and where they write a remark. */
const SENTENCES = [
  new RegExp(String.raw`\bclaim = ${TEXT}`, 'g'),
  new RegExp(String.raw`\bassess\w*\(\s*'[A-Z-]+-\d{3}',\s*${TEXT}`, 'g'),
  new RegExp(String.raw`\.(?:note|remark)\(\s*${TEXT}`, 'g'),
  new RegExp(String.raw`\.cannot\(\s*[^'"\`]*(?:'[a-z-]+',\s*)?${TEXT}`, 'g'),
  new RegExp(String.raw`\b(?:remark|why):? =? ?${TEXT}`, 'g'),
];

/** A sentence as it can be: with an exchange where the source names one, a count where it counts, else a number. */
function example(source: string): string {
  return source.replace(/\\'/g, "'").replace(/\$\{([^{}]*)\}/g, (_, code: string) => {
    const [, noun] = /counted\(.*, '([\w ]+)'\)/.exec(code) ?? [];
    const [, chosen] = /\? '([^']*)' :/.exec(code) ?? [];
    if (noun !== undefined) return `3 ${noun}s`;
    if (chosen !== undefined) return chosen;
    return /\bid$|exchange/i.test(code) ? 'T01.1' : '200';
  });
}

/** What is made of particulars only is translated where they come from. */
function isProse(source: string): boolean {
  return /[a-z]+ [a-z]/.test(source.replace(/\$\{[^{}]*\}/g, ''));
}

test('what judges and scenarios write into a finding is told in Japanese', () => {
  const sources = ['lib/judges', 'lib/run', 'scenarios'].flatMap((folder) => globSync(folder, '.ts'));
  const sentences = sources.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return SENTENCES.flatMap((pattern) =>
      [...text.matchAll(pattern)].map((found) => found.slice(1).find(Boolean) ?? ''),
    );
  });
  const prose = sentences.filter(isProse).map(example);
  const without = prose.filter((sentence) => !JAPANESE.test(inJapanese(sentence)));
  assert.deepEqual([...new Set(without)], []);
  assert.ok(new Set(prose).size > 200, `only ${new Set(prose).size} sentences were found`);
});

for (const [name, judge] of [
  ['a server that answers 404', () => judgeNullServer('always-404')],
  ['a server that coerces', () => judgeOddServer('coerces-patient-id')],
] as const) {
  test(`every claim and remark on ${name} is told in Japanese`, async () => {
    const { scenarios } = await judge();
    const findings = scenarios.flatMap((scenario) => scenario.findings);
    const without = findings
      .flatMap(({ claim, remark = '' }) => [claim, ...remark.split('; ')])
      .filter((sentence) => sentence !== '' && !JAPANESE.test(inJapanese(sentence)));
    assert.deepEqual([...new Set(without)], []);
    assert.ok(findings.length > 300);
  });
}
