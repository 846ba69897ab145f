import type { SampledAnswer } from '../../load/shared/events.ts';
import type { InstancePath } from '../dicomweb/operations.ts';

/** An instance that was acknowledged and is not there, or not as it was. */
export interface Missed {
  readonly sopInstanceUID: string;
  readonly why: string;
}

/** What the script said while it ran. */
export interface ScriptEvents {
  readonly lost: readonly Missed[];
  readonly changed: readonly Missed[];
  readonly failures: readonly { readonly operation: string; readonly kind: string; readonly why: string }[];
  readonly answers: readonly SampledAnswer[];
  /** Some of the instances that the target acknowledged. */
  readonly acknowledged: readonly InstancePath[];
  /** Why the target did not take what the run needs before it begins; null when it did. */
  readonly targetFailure: string | null;
}

const MOST_NAMED = 100_000;
const MOST_FAILURES = 50;
/** Each may hold most of a mebibyte. */
const MOST_ANSWERS = 60;
/** Each is looked for when the run is over. */
const MOST_ACKNOWLEDGED = 50;

/** Hears of a study of at most so many instances. */
export type OnStudy = (studyInstanceUID: string, instances: number) => void;

type Line = Readonly<Record<string, unknown>>;

/** Collects the lines that a script writes for its runner. `onStudy` hears of each study before it is stored. */
export class EventCollector implements ScriptEvents {
  readonly lost: Missed[] = [];
  readonly changed: Missed[] = [];
  readonly failures: { operation: string; kind: string; why: string }[] = [];
  readonly answers: SampledAnswer[] = [];
  readonly acknowledged: InstancePath[] = [];
  targetFailure: string | null = null;
  readonly #onStudy: OnStudy;
  #told = 0;

  constructor(onStudy: OnStudy) {
    this.#onStudy = onStudy;
  }

  /** One line of the console. Lines of another kind are left alone. */
  take(line: string): void {
    const event = parse(line);
    if (!event) return;
    const word = (name: string): string => String(event[name] ?? '');
    switch (event.event) {
      case 'study':
        this.#onStudy(word('studyInstanceUID'), Number(event.instances));
        return;
      case 'lost':
      case 'changed':
        keep(this[event.event], { sopInstanceUID: word('sopInstanceUID'), why: word('why') }, MOST_NAMED);
        return;
      case 'failure':
        keep(this.failures, { operation: word('operation'), kind: word('kind'), why: word('why') }, MOST_FAILURES);
        return;
      case 'answer':
        keep(this.answers, event as unknown as SampledAnswer, MOST_ANSWERS);
        return;
      case 'acknowledged':
        // When there are too many the oldest go, so that the end of the run is among them.
        this.acknowledged[this.#told++ % MOST_ACKNOWLEDGED] = {
          study: word('study'),
          series: word('series'),
          instance: word('instance'),
        };
        return;
      case 'target-failed':
        this.targetFailure ??= word('why');
    }
  }
}

function keep<T>(list: T[], item: T, most: number): void {
  if (list.length < most) list.push(item);
}

function parse(line: string): Line | null {
  if (!line.startsWith('{"event":')) return null;
  try {
    return JSON.parse(line) as Line;
  } catch {
    return null;
  }
}
