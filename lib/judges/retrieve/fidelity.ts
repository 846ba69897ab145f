import { type Comparison, comparisons, type Encoded } from '../../answers/dicom/data-set-comparison.ts';
import { compareElementValues } from '../../answers/dicom/element-values.ts';
import { dicomParts } from '../../answers/dicom/parts.ts';
import { partOf, type Representation } from '../../answers/multipart.ts';
import { counted } from '../../answers/wording.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { DataSet } from '../../dicom/data-set.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { successfulResponse } from '../complete-response.ts';
import { breachOfComparison } from './element-breach.ts';

const ORIGINAL_ATTRIBUTES = '04000561';
const MODIFIED_ATTRIBUTES = '04000550';

/** A stored instance beside what came back under its UID. */
interface Pair {
  readonly stored: StoredInstance;
  readonly returned: Encoded;
  readonly representation: Representation;
}

/**
 * STOW-032: every element and every pixel that was stored comes back. What the server changed and recorded in Original
 * Attributes Sequence, and what it added, is recorded and not graded.
 */
export function keepsWhatWasStored(exchange: Exchange, stored: readonly StoredInstance[]): Finding {
  return assess('STOW-032', 'gives back every element and every pixel as stored', [exchange], (a) => {
    const absent = new Set(stored.map(({ instance }) => instance));
    for (const pair of pairs(exchange, stored, a)) {
      absent.delete(pair.stored.instance);
      assessFidelity(pair, a);
    }
    if (absent.size > 0) a.cannot('prerequisite-failed', `${counted(absent.size, 'instance')} did not come back`);
  });
}

function* pairs(exchange: Exchange, stored: readonly StoredInstance[], a: Assessment): Generator<Pair> {
  const response = successfulResponse(exchange, a);
  if (!response) return;
  const byUid = new Map<string | null, StoredInstance>(stored.map((one) => [one.instance, one]));
  for (const part of dicomParts(response)) {
    if ('error' in part) continue;
    const original = byUid.get(part.instance);
    if (original) yield { stored: original, returned: part.file, representation: part.representation };
  }
}

/** Differences that are recorded and not graded, by what is to be said of them. */
const RECORDED = {
  added: 'added',
  rewritten: 'written differently with the same value',
  coerced: 'changed, with the original value in Original Attributes Sequence',
  discarded: 'left out, as the answer to the store said',
} as const;

function assessFidelity(pair: Pair, a: Assessment): void {
  const { stored, returned } = pair;
  const recorded = { added: new Tally(), rewritten: new Tally(), coerced: new Tally(), discarded: new Tally() };
  for (const comparison of comparisons(stored, returned)) {
    const { kind, path } = comparison;
    if (kind === 'added' || kind === 'rewritten') recorded[kind].add(path);
    else if (kind === 'undecided') a.cannot('not-exercised', `${stored.name}, ${path}: ${comparison.actual}`);
    else if (kind === 'unknown-vr') a.should(false, () => breachOf(pair, comparison));
    else if (mayBeTraced(kind) && isTraced(pair, path)) recorded.coerced.add(path);
    else if (isDiscarded(stored, comparison)) recorded.discarded.add(path);
    else a.must(kind === 'equal', () => breachOf(pair, comparison));
  }
  for (const kind of ['added', 'rewritten', 'coerced', 'discarded'] as const) {
    if (recorded[kind].count > 0) a.note(`${stored.name}: ${recorded[kind].text()} ${RECORDED[kind]}`);
  }
}

/** STOW-024: an instance with elements that the server changed or left out has Original Attributes Sequence with them. */
export function tracesWhatItCoerced(exchange: Exchange, stored: readonly StoredInstance[]): Finding {
  return assess('STOW-024', 'keeps the original of what it coerced', [exchange], (a) => {
    for (const pair of pairs(exchange, stored, a)) {
      const untraced = new Tally();
      const added = new Tally();
      for (const comparison of comparisons(pair.stored, pair.returned)) {
        const { kind, path } = comparison;
        if (isDiscarded(pair.stored, comparison)) continue;
        if (mayBeTraced(kind) && !isTraced(pair, path)) untraced.add(path);
        if (kind === 'added' && itemsOf(pair.returned.dataSet, ORIGINAL_ATTRIBUTES).length === 0) added.add(path);
      }
      const part = partOf(pair.representation);
      a.should(added.count === 0, () =>
        breach(
          'addition-untraced',
          { kind: 'element', path: ORIGINAL_ATTRIBUTES, ...part },
          {
            name: pair.stored.name,
            tags: added.tags(),
            count: added.count,
          },
        ),
      );
      a.should(untraced.count === 0, () => {
        const path = untraced.examples[0] ?? ORIGINAL_ATTRIBUTES;
        // The place is that of the first change, so that a change and the trace that it lacks are told as one thing.
        return breach(
          'coercion-untraced',
          { kind: 'element', path, ...part },
          {
            name: pair.stored.name,
            tag: path.slice(-8),
            tags: untraced.tags(),
            count: untraced.count,
          },
        );
      });
    }
  });
}

/** A server may coerce attributes; pixels it may not. */
function mayBeTraced(kind: Comparison['kind']): boolean {
  return kind === 'lost' || kind === 'changed' || kind === 'vr';
}

/** What a server said that it discarded is no loss. It may not discard pixels, which Table I.2-1 does not mean. */
function isDiscarded({ isReduced }: StoredInstance, { kind, path }: Comparison): boolean {
  return isReduced === true && kind === 'lost' && !path.startsWith('7FE0');
}

/** Whether Original Attributes Sequence of what came back holds the stored value of the element at that path. */
function isTraced({ stored, returned }: Pair, path: string): boolean {
  return leavesTrace(returned.dataSet, stored.dataSet, path.slice(0, 8));
}

/** Whether Original Attributes Sequence of a returned data set holds the stored value of that element. */
export function leavesTrace(returned: DataSet, stored: DataSet, tag: string): boolean {
  const element = stored.elements.get(tag);
  if (!element) return false;
  return itemsOf(returned, ORIGINAL_ATTRIBUTES)
    .flatMap((item) => itemsOf(item, MODIFIED_ATTRIBUTES))
    .some((item) => {
      const original = item.elements.get(tag);
      if (!original) return false;
      if (element.items || original.items) return Boolean(element.items && original.items);
      return compareElementValues({ element, dataSet: stored }, { element: original, dataSet: item }).kind === 'equal';
    });
}

function itemsOf({ elements }: DataSet, tag: string): readonly DataSet[] {
  return elements.get(tag)?.items ?? [];
}

function breachOf({ stored, returned, representation }: Pair, comparison: Comparison): SeenBreach {
  const where = { kind: 'element', path: comparison.path, ...partOf(representation) } as const;
  return breachOfComparison(stored, returned, comparison, where);
}

const MOST_EXAMPLES = 5;

/** Counts paths and keeps the first few: a hostile answer can have a million of them. */
class Tally {
  count = 0;
  readonly examples: string[] = [];

  add(path: string): void {
    this.count++;
    if (this.examples.length < MOST_EXAMPLES) this.examples.push(path);
  }

  text(): string {
    const more = this.count > this.examples.length ? ', …' : '';
    return `${counted(this.count, 'element')} (${this.examples.join(', ')}${more})`;
  }

  /** Tags of the first few, without the sequences around them. */
  tags(): readonly string[] {
    return this.examples.map((path) => path.slice(-8));
  }
}
