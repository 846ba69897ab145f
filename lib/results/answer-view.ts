import type { Place } from '../breaches/place.ts';

/** One line of a parsed answer: a part, a header field, a data element, a member or an item. */
export interface AnswerNode {
  readonly label: string;
  /** Its value, or what it holds; cut to a readable length. */
  readonly text: string;
  /** Set on the place of the breach. */
  readonly marked?: true;
  /** Set where the answer does not have it, and the breach is that it is missing. */
  readonly absent?: true;
  readonly children?: readonly AnswerNode[];
  /** Children that are not listed here. */
  readonly left?: number;
}

/** Bytes of an answer around the place of a breach. */
export interface AnswerBytes {
  /** Offset of the first byte, counted as the place counts it. */
  readonly offset: number;
  readonly hexadecimal: string;
}

/** An answer as it was parsed, open at the place of one breach. Bounded, so that results can carry it. */
export interface AnswerView {
  /** Id of the exchange. */
  readonly exchange: string;
  readonly where: Place;
  readonly tree?: AnswerNode;
  readonly bytes?: AnswerBytes;
}
