/** The server was asked to be something that it does not know. */
export class UnknownBehaviourError extends Error {
  override readonly name = 'UnknownBehaviourError';
  readonly id: string;
  /** Ids that would have been understood. */
  readonly known: readonly string[];

  constructor(kind: 'fault' | 'odd server' | 'null server', id: string, known: readonly string[]) {
    super(`there is no ${kind} named ${id}`);
    this.id = id;
    this.known = known;
  }
}
