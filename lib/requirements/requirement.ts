export const LEVELS = ['SHALL', 'SHOULD', 'MAY', 'derived', 'documented'] as const;
/** `derived`: follows from the text without the word shall; `documented`: promised by the profile, not the standard. */
type Level = (typeof LEVELS)[number];

/** One row of the register: a duty of the server that an exchange can show or refute. */
export interface Requirement {
  readonly id: string;
  readonly service: string;
  /** Clause as cited: `PS3.18 §10.4.3.3.1`. The first one is linked. */
  readonly clause: string;
  readonly link: string;
  readonly level: Level;
  readonly statement: string;
  /** Where the text can be read in more than one way: the readings, and which one this harness grades by. */
  readonly disputed?: string;
  /** Why no scenario judges it; absent where one does. */
  readonly unjudged?: string;
}

/** What a row says, in Japanese; of what the row does not say there is none. */
export interface RequirementText {
  readonly statement: string;
  readonly disputed?: string;
  readonly unjudged?: string;
}
