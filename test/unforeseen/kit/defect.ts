import type { Harm } from '../../../lib/breaches/harm.ts';
import type { Behaviour } from '../../../lib/reference-server/behaviour.ts';
import type { Operation } from '../../../lib/reference-server/message.ts';

/** What a stranger knows of a defect, in the words of a person and not of the harness. */
export interface Truth {
  /** What the server does wrong, in one sentence. */
  readonly what: string;
  /** The class of harm, and others that an honest person may choose; `legal` where it is no breach and has to stay green. */
  readonly truth: readonly [Harm | 'legal', ...Harm[]];
  /** What a correct title has to name. */
  readonly title: string;
  /** What advice would mend it. */
  readonly advice: string;
}

/** A server with a defect that the harness was not made for. */
export interface Defect extends Truth {
  readonly id: string;
  /** Operations whose answers it changes. */
  readonly operations: readonly Operation[];
  /** Makes the defect for one run: what it remembers between requests is its own. */
  readonly make: () => Behaviour | readonly Behaviour[];
  /** A second defect of the same server that has to be told as well. */
  readonly beside?: Truth;
}
