import type { InstancePath } from '../dicomweb/operations.ts';
import type { SampledAnswer } from '../portable/sampled-answer.ts';
import type { FailureSeen } from './build-load-result.ts';

/** An acknowledged instance that was lost or changed. */
interface Missed {
  readonly sopInstanceUID: string;
  readonly why: string;
}

const MOST_NAMED = 100_000;
/** No script has as many operations and kinds. */
const MOST_FAILURES = 200;
/** An answer may take almost a mebibyte. */
const MOST_ANSWERS = 60;
/** Each of these is looked for after the run. */
const MOST_ACKNOWLEDGED = 50;

/** Hears of a study of at most so many instances. */
type OnStudy = (studyInstanceUID: string, instances: number) => void;

type Line = Readonly<Record<string, unknown>>;

/**
 * Collects what a script tells its runner while it runs. `onStudy` hears of each study before it is stored, `onFailure`
 * why an operation failed.
 */
export class EventCollector {
  /** Acknowledged instances that were not there when they were read back. */
  readonly lost: Missed[] = [];
  /** Acknowledged instances that came back with other content. */
  readonly changed: Missed[] = [];
  /** One failure of each kind of each operation. */
  readonly failures: FailureSeen[] = [];
  readonly answers: SampledAnswer[] = [];
  /** The versions of HTTP that the target spoke: `1.1`, `2`. */
  readonly protocols = new Set<string>();
  /** Some of the instances that the target acknowledged. */
  readonly acknowledged: InstancePath[] = [];
  /** Why the target did not do what the run needs before it begins; null when it did. */
  targetFailure: string | null = null;
  readonly #onStudy: OnStudy;
  readonly #onFailure: (why: string) => void;
  #told = 0;

  constructor(onStudy: OnStudy, onFailure: (why: string) => void = () => undefined) {
    this.#onStudy = onStudy;
    this.#onFailure = onFailure;
  }

  /** Takes one line of the script's console. Ignores lines that are no events. */
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
        this.#onFailure(word('why'));
        this.#fail({ operation: word('operation'), kind: word('kind'), why: word('why') });
        return;
      case 'answer':
        keep(this.answers, event as unknown as SampledAnswer, MOST_ANSWERS);
        return;
      case 'protocol':
        this.protocols.add(
          word('protocol')
            .replace(/^HTTP\//, '')
            .replace(/^2\.0$/, '2'),
        );
        return;
      case 'acknowledged':
        // When there are too many the oldest is replaced, so that the last ones of the run are kept.
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

  #fail(failure: FailureSeen): void {
    const isKnown = this.failures.some(
      ({ operation, kind }) => operation === failure.operation && kind === failure.kind,
    );
    if (!isKnown) keep(this.failures, failure, MOST_FAILURES);
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
