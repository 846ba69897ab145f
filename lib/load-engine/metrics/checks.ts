import { createHash } from 'node:crypto';
import type { SummaryCheck, SummaryGroup } from './summary-data.ts';

/** Passes and fails of one check, or, without a name, that its group was entered. */
export interface CheckCount {
  /** `::outer::inner`, empty for the root. */
  readonly group: string;
  readonly name: string | null;
  passes: number;
  fails: number;
}

/** Counts checks by group and name, in the order in which they first came. */
export class CheckTally {
  private readonly counts = new Map<string, CheckCount>();

  add(group: string, name: string, passed: boolean): void {
    const count = this.entry(group, name);
    if (passed) count.passes++;
    else count.fails++;
  }

  enter(group: string): void {
    this.entry(group, null);
  }

  merge(counts: readonly CheckCount[]): void {
    for (const { group, name, passes, fails } of counts) {
      const count = this.entry(group, name);
      count.passes += passes;
      count.fails += fails;
    }
  }

  /** The counts since the last call. */
  drain(): CheckCount[] {
    const counts = [...this.counts.values()];
    this.counts.clear();
    return counts;
  }

  /** The groups and checks as k6's summary has them. */
  tree(): SummaryGroup {
    const counts = [...this.counts.values()];
    const paths = new Set<string>();
    for (const { group } of counts) {
      const names = group.split('::').slice(1);
      names.forEach((_, depth) => {
        paths.add(`::${names.slice(0, depth + 1).join('::')}`);
      });
    }
    const build = (path: string): SummaryGroup => ({
      name: path.split('::').at(-1) ?? '',
      path,
      id: md5(path),
      groups: [...paths].filter((one) => parentOf(one) === path).map(build),
      checks: counts.filter((count) => count.group === path).flatMap(toCheck),
    });
    return build('');
  }

  private entry(group: string, name: string | null): CheckCount {
    const key = `${group}\n${name ?? ''}`;
    let count = this.counts.get(key);
    if (count === undefined) {
      count = { group, name, passes: 0, fails: 0 };
      this.counts.set(key, count);
    }
    return count;
  }
}

function toCheck({ group, name, passes, fails }: CheckCount): SummaryCheck[] {
  if (name === null) return [];
  const path = `${group}::${name}`;
  return [{ name, path, id: md5(path), passes, fails }];
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('::'));
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
