import type { Consequence } from './consequences.ts';

/** A particular of a breach: text of a server is cut to a readable length, and escaped by whoever shows it. */
export type Parameter = string | number | boolean | null | readonly string[];
export type Parameters = Readonly<Record<string, Parameter>>;

/** A kind without particulars. */
type NoParameters = Readonly<Record<never, never>>;

/**
 * What one change mends wherever it shows: the server lacks a transaction, takes no notice of the unique key of the level
 * that it searches, or of a sort of parameters.
 */
export type Flaw = 'missing' | 'unique-key-ignored' | ParameterFlaw;

/** Parameters of a search of which no notice is taken. */
export type ParameterFlaw = 'keys-ignored' | 'limit-ignored' | 'includefield-ignored' | 'other-parameter-ignored';

/** What a breach keeps from being read: all, or the attributes of a text that is read; or one part of several. */
export type Spoilt = 'answer' | 'content' | 'part';

/**
 * One kind of breach as data: how grave it is, and which breaches of it have one cause. Its words are made by reports,
 * so that no sentence takes part in a verdict, a comparison or a group.
 */
export interface Kind<P extends Parameters = Parameters> {
  /** What a breach of this kind does to a user, from which its class of harm and its sentence follow. */
  readonly harm: Consequence | ((parameters: P) => Consequence);
  /**
   * Parameters that tell one defect from another of this kind, such as the key that a search ignores. All others are
   * particulars, which change from run to run: counts, UIDs, boundaries.
   */
  readonly identity?: readonly (keyof P & string)[];
  /**
   * Further ones, by which a consequence joins what it follows from: one that follows from nothing has one cause, whatever
   * they are. Baselines do not tell breaches of a duty apart by them.
   */
  readonly apart?: readonly (keyof P & string)[];
  /** A name shared by kinds that one change would mend; the code itself where it is absent. */
  readonly cause?: string;
  /** A name shared by kinds that tell of one defect in different answers: one cause where their identity is the same. */
  readonly alike?: string;
  /** It has one value in place of another: values that were altered alike have one cause, whatever the attribute. */
  readonly alters?: true;
  /** It is a defect of its own at each view of a resource (itself, its metadata, frames, lists), whatever the level. */
  readonly perRoute?: true;
  /** Keeps whoever reads the answer, or the part, from reading anything else in it. */
  readonly spoils?: Spoilt | ((parameters: P) => Spoilt | null);
  /**
   * Seen as well where an answer was spoiled: then it is a consequence and no defect of its own. `as text`: not where the
   * text can be read, and its attributes cannot.
   */
  readonly unread?: true | 'as text';
  /** Names of what this stands for beside its cause; `{name}` is the value of a parameter. */
  readonly explains?: readonly string[];
  /** Causes of which this is a consequence where they are found in the same run; `{name}` is the value of a parameter. */
  readonly follows?: readonly string[];
  /** Whoever breaches it in many ways, in as many attributes or keys, has one reason for all. */
  readonly manyAreOne?: true;
  /** Shown by all members of a family that the run asked for, it is one defect of them all: `lib/results/causes/families.ts`. */
  readonly flaw?: (parameters: P) => Flaw | null;
  /** Never set: holds the type of the parameters. */
  readonly parameters?: P;
}

/** A kind of breach whose parameters are of type `P`. */
export function kind<P extends Parameters = NoParameters>(facts: Omit<Kind<P>, 'parameters'>): Kind<P> {
  return facts;
}
