/** The script asks for a part of k6 that the embedded engine does not have. */
export class NotInEngine extends Error {
  override readonly name = 'NotInEngine';

  /** @param what the part, named so that it can be found in the script */
  constructor(what: string) {
    super(`${what} is not in the embedded engine; use k6 for it (--engine k6)`);
  }
}
