import renames from './renames.json' with { type: 'json' };

/** A name that moved: baselines written before know the old one. */
interface Rename {
  readonly from: string;
  readonly to: string;
}

/** Requirements of the register and codes of breaches that have another name now, in the order in which they moved. */
export interface Renames {
  readonly requirements: readonly Rename[];
  readonly breaches: readonly Rename[];
}

export const RENAMES: Renames = renames;

/** The name that a requirement has now. */
export function currentRequirement(id: string, { requirements }: Renames = RENAMES): string {
  return requirements.reduce((name, { from, to }) => (name === from ? to : name), id);
}

/** Ways of a breach as they were written before each rename, the latest first; the ways themselves come first. */
export function waysBefore(ways: readonly string[], { breaches }: Renames = RENAMES): readonly (readonly string[])[] {
  const written = [ways];
  for (const { from, to } of breaches.toReversed()) {
    const later = written.at(-1) ?? ways;
    // The code is the second line of a way.
    const before = later.map((way) =>
      way.replace(/^([^\n]*\n)([^\n]*)/, (_, grade: string, code: string) => grade + (code === to ? from : code)),
    );
    written.push(before.toSorted());
  }
  return written;
}
