import type { Kind, Parameters } from '../../lib/breaches/kind.ts';
import type { InEach } from './language.ts';

/** What the words of a kind say of one breach, in one language. */
export interface Wording {
  /** What is wrong, with the particulars: operation, what it did, observed instead of expected. The title. */
  readonly headline: string;
  readonly expected: string;
  readonly observed: string;
  /** What the vendor would change. */
  readonly remedy: string;
}

/** What a report says of one breach, in one language. */
export interface Telling extends Wording {
  /** What it does to a user: the sentence of its consequence, which gives the class of harm as well. */
  readonly effect: string;
}

/** The exchange that shows a breach, as far as words need it. */
export interface SeenIn {
  /** Method and resource without what differs from run to run: `GET /studies/{study}/metadata`. */
  readonly request: string;
  /** The query of the request as it was sent, without the question mark; empty where it had none. */
  readonly query: string;
  /** Status and reason as sent, such as `404 Not Found`; null where no answer came. */
  readonly status: string | null;
  /** Whether the answer is a page for people; absent where that is not known. */
  readonly isPage?: boolean;
}

/** Words for each of some kinds of breaches, in every language. */
export type WordsFor<Kinds> = {
  readonly [Code in keyof Kinds]: InEach<(parameters: ParametersIn<Kinds[Code]>, seen: SeenIn) => Wording>;
};

type ParametersIn<K> = K extends Kind<infer P> ? P : Parameters;
