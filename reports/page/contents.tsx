/** @jsxImportSource preact */
import { nameOf, say } from './say.ts';
import type { Word } from './words.ts';

/** Anchors of the sections and their names in the contents. */
const SECTIONS = {
  legend: 'toLegend',
  operations: 'toOperations',
  matrix: 'toMatrix',
  findings: 'toFindings',
  pictures: 'toPictures',
  unjudged: 'toUnjudged',
  noted: 'toNoted',
  claims: 'toClaims',
  clauses: 'toClauses',
  thresholds: 'toThresholds',
  throughput: 'toThroughput',
  perOperation: 'toPerOperation',
  settings: 'toSettings',
} as const satisfies Record<string, Word>;

export type Section = keyof typeof SECTIONS;

/** Links to the sections that the page has. */
export function Contents({ sections }: { readonly sections: readonly Section[] }) {
  return (
    <nav class="contents" {...nameOf('contents')}>
      <ul>
        {sections.map((section) => (
          <li key={section}>
            <a href={`#${section}`} {...say(SECTIONS[section])} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
