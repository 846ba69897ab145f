/** A requirement's prefix and number, or a number that goes on with the prefix before it: `QIDO-001, -002 and -006`. */
const NAMED = /\b([A-Z][A-Z-]*)-(\d{3})\b|(?<=[\s(])-(\d{3})\b/g;

/** Entries of a change log that name a requirement, each on one line without its marks. Pure. */
export function entriesAbout(requirement: string, changeLog: string): string[] {
  return changeLog
    .split(/\n(?=- |#|\n)/)
    .map((entry) => entry.replace(/\s+/g, ' ').trim())
    .filter((entry) => entry.startsWith('- ') && namesIn(entry).has(requirement))
    .map((entry) => entry.slice(2).replaceAll('**', ''));
}

function namesIn(entry: string): ReadonlySet<string> {
  const names = new Set<string>();
  let prefix = '';
  for (const [, named, number, further] of entry.matchAll(NAMED)) {
    prefix = named ?? prefix;
    names.add(`${prefix}-${number ?? further}`);
  }
  return names;
}
