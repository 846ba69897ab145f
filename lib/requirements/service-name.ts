import { allRequirements } from './register.ts';

/** What people call a service, and its name in the register. */
const ALSO: Readonly<Record<string, string>> = {
  store: 'STOW-RS',
  retrieve: 'WADO-RS',
  search: 'QIDO-RS',
  json: 'DICOM JSON',
};

/** Names of the services of the register. */
export function serviceNames(): readonly string[] {
  return [...new Set(allRequirements().map(({ service }) => service))];
}

/** The service of the register that a person means, in any case, such as `search` or `qido-rs`; null where none is. */
export function serviceNamed(text: string): string | null {
  const asked = text.trim().toLowerCase();
  const meant = (Object.hasOwn(ALSO, asked) ? ALSO[asked] : undefined) ?? asked;
  return serviceNames().find((name) => name.toLowerCase() === meant.toLowerCase()) ?? null;
}
