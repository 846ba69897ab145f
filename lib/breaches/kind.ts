import type { Consequence } from './consequences.ts';

/** A particular of a breach: text of a server is cut to a readable length, and escaped by whoever shows it. */
export type Parameter = string | number | boolean | null | readonly string[];
export type Parameters = Readonly<Record<string, Parameter>>;

/** A kind without particulars. */
type NoParameters = Readonly<Record<never, never>>;

/**
 * What a breach keeps from being read: all, or the attributes of a text that is read, one part of several, or
 * characters beyond ASCII.
 */
export type Spoilt = 'answer' | 'content' | 'part' | 'characters';

/**
 * What a breach says of its subject. `lost`: it is nowhere on the server any more; `kept`: it was deleted, and is still
 * there; `absent`: this answer does not have it; `foreign`: this answer has it and must not; `altered`: it has something else in its
 * place; `repeated`: this answer has it more than once; `ignored`: the server takes no notice of what the request asks for.
 */
export type Says = 'lost' | 'kept' | 'absent' | 'foreign' | 'altered' | 'repeated' | 'ignored';

/** What a request may hold that a server may misread. */
export type Misread =
  | 'frame number'
  | 'percent sign'
  | 'wildcard'
  | 'range'
  | 'several parameters'
  | 'limit'
  | 'offset'
  | 'place in the list'
  | 'includefield'
  | 'keyword'
  | 'key'
  | 'path'
  | 'Accept'
  | 'several types';

/**
 * One kind of breach as data: how grave it is, and what it says. Which breaches of a run have one cause is told by what was
 * seen, never by a kind: `lib/results/causes/`. Words are made by reports, so that no sentence takes part in a verdict, a
 * comparison or a group.
 */
export interface Kind<P extends Parameters = Parameters> {
  /** What a breach of this kind does to a user, from which its class of harm and its sentence follow. */
  readonly harm: Consequence | ((parameters: P) => Consequence);
  /**
   * Parameters that tell one defect from another of this kind, such as the key that a search ignores. All others are
   * particulars, which change from run to run: counts, UIDs, boundaries.
   */
  readonly identity?: readonly (keyof P & string)[];
  /** What it says of the instance, resource or attribute that it is about; absent where it says none of these. */
  readonly says?: Says;
  /** Keeps whoever reads the answer, or the part, from reading anything else in it. */
  readonly spoils?: Spoilt | ((parameters: P) => Spoilt | null);
  /**
   * Seen as well where an answer was spoiled: then it is a consequence and no defect of its own. `as text`: not where the
   * text can be read, and its attributes cannot. `characters`: where characters were spoiled, too.
   */
  readonly unread?: true | 'as text' | 'characters';
  /** What of a request the server misreads, so that the answers to all requests with it say little else. */
  readonly misreads?: Misread;
  /** Never set: holds the type of the parameters. */
  readonly parameters?: P;
}

/** A kind of breach whose parameters are of type `P`. */
export function kind<P extends Parameters = NoParameters>(facts: Omit<Kind<P>, 'parameters'>): Kind<P> {
  return facts;
}
