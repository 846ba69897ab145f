/** `yes` and `no` are claims of the product; `unknown` lets the run find out and holds nothing against the server. */
export type Claim = 'yes' | 'no' | 'unknown';

/** What a known product claims and documents. JSON in `profiles/`, checked against `profile.schema.json`. */
export interface Profile {
  readonly name: string;
  readonly title: string;
  /** Where the product documents this. */
  readonly documentation: readonly string[];
  readonly features: {
    readonly store: Claim;
    readonly retrieve: Claim;
    readonly metadata: Claim;
    readonly frames: Claim;
    readonly search: Claim;
    readonly relationalSearch: Claim;
    readonly deleteStudy: Claim;
    readonly deleteSeries: Claim;
    readonly deleteInstance: Claim;
    readonly bulkdata: Claim;
    readonly rendered: Claim;
  };
  /** Statuses that the product documents for a full success of these operations. */
  readonly statuses: { readonly store: readonly number[]; readonly delete: readonly number[] };
  /** transfer-syntax parameter of retrieve requests: `*`, or null to leave it out. */
  readonly retrieveTransferSyntax: string | null;
  /** Accept of a single instance retrieve. */
  readonly instanceAccept: 'multipart' | 'single-part';
  /**
   * Level of storage (PS3.4 §B.4.1): 0 and 1 let the server discard attributes, of which a judge cannot know the types;
   * 2, where it is absent, keeps them all.
   */
  readonly storageLevel?: 0 | 1 | 2;
  /** Milliseconds until what was stored has to be found by search. */
  readonly visibilityWindowMs: number;
  /** Duties of the standard that the product documents not to meet: requirement id and the documented behaviour. */
  readonly deviations: readonly { readonly requirement: string; readonly documented: string }[];
}
