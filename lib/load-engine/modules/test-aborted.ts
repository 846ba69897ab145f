/** Thrown by `exec.test.abort()` to end the iteration that called it; the whole run ends with it. */
export class TestAborted extends Error {
  override readonly name = 'TestAborted';
}
