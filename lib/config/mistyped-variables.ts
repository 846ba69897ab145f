import { nearest } from '../errors/did-you-mean.ts';
import { CREDENTIAL_VARIABLES } from '../target/credential-references.ts';
import { SETTINGS } from './settings.ts';

const PREFIX = 'DICOMWEB_';
const KNOWN = [...SETTINGS.map(({ variable }) => variable), ...CREDENTIAL_VARIABLES].map((name) =>
  name.slice(PREFIX.length),
);

/**
 * A line for each variable that is almost one of ours. A mistyped DICOMWEB_TARGET would let the embedded server pass for
 * the one that was meant. Others of that prefix are not refused: Kubernetes sets some for a service of the name dicomweb.
 */
export function mistypedVariables(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.keys(env).flatMap((name) => {
    const word = name.slice(PREFIX.length);
    if (!name.startsWith(PREFIX) || KNOWN.includes(word)) return [];
    const meant = nearest(word, KNOWN, word.length < 6 ? 1 : 2);
    return meant === null ? [] : [`${name} is not read: did you mean ${PREFIX}${meant}?`];
  });
}
