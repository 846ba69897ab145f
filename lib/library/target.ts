import { resolveTarget, type TargetInput } from '../target/configuration.ts';
import type { Target } from '../target/target.ts';

/** A server: its base URL, or what else is known of it. */
export type TargetOptions = string | Omit<TargetInput, 'embedded'>;

/**
 * The target that is meant. Credentials come from the environment alone, as for the program: DICOMWEB_TOKEN or
 * DICOMWEB_TOKEN_FILE, DICOMWEB_USER with DICOMWEB_PASSWORD, or DICOMWEB_HEADERS_FILE.
 *
 * @throws CommandError that names what is wrong, without its secrets.
 */
export function openTarget(options: TargetOptions): Target {
  return resolveTarget(inputOf(options), process.env);
}

/** The options as the program's own parts take them. */
export function inputOf(options: TargetOptions): TargetInput {
  return { ...(typeof options === 'string' ? { target: options } : options), embedded: false };
}
