import { UNTESTABLE, type Untestable } from '../../lib/requirements/untestable.ts';
import type { RegisterEntry } from '../register-entry.ts';

/** A document that duties come from. */
export interface ClauseDocument {
  readonly name: string;
  readonly sections: readonly ClauseSection[];
}

/** A section of a document with the requirements that its clauses set, in the order of the text. */
export interface ClauseSection {
  /** Number of the section, two levels deep: `10.4`; empty for a document without sections. */
  readonly number: string;
  readonly requirements: readonly RegisterEntry[];
  readonly untestable: readonly Untestable[];
}

interface Place {
  readonly document: string;
  readonly path: readonly string[];
}

/** The standard's own order: document, section, clause. What the run did not test is there as well. */
export function clauseTree(entries: Iterable<RegisterEntry>): ClauseDocument[] {
  const rows = [
    ...[...entries].map((requirement) => ({ place: placeOf(requirement.clause), requirement, untestable: null })),
    ...UNTESTABLE.map((untestable) => ({ place: placeOf(untestable.clause), requirement: null, untestable })),
  ].sort((left, right) => comparePlaces(left.place, right.place));
  const documents = new Map<string, Map<string, typeof rows>>();
  for (const row of rows) {
    const sections = documents.get(row.place.document) ?? new Map<string, typeof rows>();
    documents.set(row.place.document, sections);
    const number = row.place.path.slice(0, 2).join('.');
    const section = sections.get(number);
    if (section) section.push(row);
    else sections.set(number, [row]);
  }
  return [...documents].map(([name, sections]) => ({
    name,
    sections: [...sections].map(([number, here]) => ({
      number,
      requirements: here.flatMap(({ requirement }) => requirement ?? []),
      untestable: here.flatMap(({ untestable }) => untestable ?? []),
    })),
  }));
}

/** Where a citation points first: `PS3.18 §10.4.3`, `PS3.18 Table 8.5-1` (in section 8.5), `RFC 9110 §9.1`. */
function placeOf(citation: string): Place {
  const match =
    /^(PS3\.\d+|RFC \d+|[^;,§(]+?)(?:\s*(?:§|Table |Annex |Appendix )([A-Z0-9]+(?:\.\d+)*))?(?=[\s;,.()-]|$)/.exec(
      citation,
    );
  return { document: (match?.[1] ?? citation).trim(), path: match?.[2]?.split('.') ?? [] };
}

function comparePlaces(left: Place, right: Place): number {
  const byDocument =
    documentRank(left.document) - documentRank(right.document) || natural(left.document, right.document);
  if (byDocument !== 0) return byDocument;
  for (let at = 0; at < Math.max(left.path.length, right.path.length); at++) {
    const order = chapterOrder(left.path[at] ?? '', right.path[at] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** PS3.18 is what the harness is about; the other parts and the RFCs follow. */
function documentRank(document: string): number {
  if (document === 'PS3.18') return 0;
  return document.startsWith('PS3.') ? 1 : 2;
}

/** One for all: making it takes longer than comparing. */
const { compare: natural } = new Intl.Collator('en', { numeric: true });

/** Chapters by number first, annexes by letter after them. */
function chapterOrder(left: string, right: string): number {
  const [leftIsAnnex, rightIsAnnex] = [/^[A-Z]/.test(left), /^[A-Z]/.test(right)];
  return leftIsAnnex === rightIsAnnex ? natural(left, right) : leftIsAnnex ? 1 : -1;
}
