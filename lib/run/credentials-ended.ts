/** The target took the credentials no longer while a scenario was played: it ends there, and judges nothing by it. */
export class CredentialsEnded extends Error {
  override readonly name = 'CredentialsEnded';
}
