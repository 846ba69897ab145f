/** The evidence of a run does not hold what is asked. The message says what is missing. */
export class NotRecorded extends Error {
  override readonly name = 'NotRecorded';
}
