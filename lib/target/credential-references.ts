import { CommandError } from '../errors/exit-codes.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where credentials are, as a configuration file says it: `{ token: { env: 'PACS_TOKEN' } }`. Never the credentials
 * themselves, so that it can stand in a file of the run.
 */
export interface CredentialReferences {
  readonly [name: string]: string | CredentialReferences;
}

/**
 * The variables that references stand for. `token.file` is DICOMWEB_TOKEN_FILE; what lies in another variable, as
 * `token.env` says, becomes DICOMWEB_TOKEN.
 *
 * @throws CommandError that names a variable that is not set.
 */
function variablesOf(references: CredentialReferences, env: Environment, prefix = 'DICOMWEB'): [string, string][] {
  return Object.entries(references).flatMap(([name, value]): [string, string][] => {
    const variable = `${prefix}_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
    if (typeof value !== 'string') return variablesOf(value, env, variable);
    return [name === 'env' ? [prefix, requiredVariable(value, env)] : [variable, value]];
  });
}

/** Variables with which a client authenticates itself, whatever they hold. */
const AUTHENTICATES = /^DICOMWEB_(TOKEN|USER|PASSWORD|HEADERS|OAUTH)(_|$)/;

/** Names of the variables of the environment that hold credentials, or say where they are. */
export function credentialVariablesIn(env: Environment): string[] {
  return Object.keys(env)
    .filter((name) => AUTHENTICATES.test(name) && env[name] !== undefined && env[name] !== '')
    .sort();
}

/**
 * The environment with the credentials that a configuration file refers to. Where the environment has credentials of
 * its own, these count alone.
 *
 * @throws CommandError that names a variable that is not set.
 */
export function withReferences(env: Environment, references: CredentialReferences | undefined): Environment {
  if (references === undefined || credentialVariablesIn(env).length > 0) return env;
  return { ...env, ...Object.fromEntries(variablesOf(references, env)) };
}

/** The value of a variable that the configuration names. @throws CommandError when it is not set. */
export function requiredVariable(variable: string, env: Environment): string {
  const value = env[variable];
  if (value !== undefined && value !== '') return value;
  throw new CommandError(`the variable ${variable}, which the configuration names, is not set`);
}
