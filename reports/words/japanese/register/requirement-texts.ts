/** The register's words on one requirement in Japanese. */
export interface RequirementText {
  readonly statement: string;
  /** There where the register has a disputed reading. */
  readonly disputed?: string;
}

/** By the id of the requirement. */
export type RequirementTexts = Readonly<Record<string, RequirementText>>;
