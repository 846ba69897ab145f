import type { SeenBreach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange } from '../../http/exchange.ts';

/** What a run knows beside an answer. */
export interface Known {
  readonly stored: readonly StoredInstance[];
  /** Whether a study, series or instance was stored by this run, though it be a copy that is not in `stored`. */
  readonly isOurs: (uid: string) => boolean;
  /** Exchanges of the run that came before the one that is looked at, in their order. */
  readonly earlier: readonly Exchange[];
}

/** What an answer is instead of what was asked for, as a breach, and how much of the answer it is about. */
export interface Diagnosis {
  readonly seen: SeenBreach;
  /** Index of the part, from 0; null where it is about the whole answer. */
  readonly part: number | null;
  /** What was judged by its status alone is wrong for the same reason. */
  readonly explainsStatus?: true;
  /** It tells why these attributes are not there, and nothing of what is. */
  readonly lacking?: ReadonlySet<string>;
}
