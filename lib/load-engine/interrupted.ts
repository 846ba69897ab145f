/** The iteration was ended from outside: the time of its scenario is over, or the run was aborted. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Work under way for a virtual user. */
export interface Cancellable {
  cancel(reason: Interrupted): void;
}
