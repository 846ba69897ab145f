import { nearest } from '../errors/did-you-mean.ts';
import { CommandError } from '../errors/exit-codes.ts';
import { readCheckedJson, schemaCheck } from './checked-json.ts';
import schema from './profile.schema.json' with { type: 'json' };
import type { Profile } from './profile.ts';
import azureDicom from './profiles/azure-dicom.json' with { type: 'json' };
import standard from './profiles/standard.json' with { type: 'json' };

const BUILT_IN = [standard, azureDicom] as readonly unknown[] as readonly Profile[];

/** Names of the profiles that come with the harness. */
export const PROFILE_NAMES: readonly string[] = BUILT_IN.map(({ name }) => name);

/** The check of a value against the schema of profiles. */
export const profileCheck = schemaCheck<Profile>(schema);

/**
 * A profile of that name, or the one in a file when the argument is a path (it has a slash or ends in `.json`).
 *
 * @throws CommandError (exit code 2) for an unknown name, a file that cannot be read or one that breaks the schema.
 */
export function loadProfile(nameOrFile: string): Profile {
  const builtIn = BUILT_IN.find(({ name }) => name === nameOrFile);
  if (builtIn) return builtIn;
  if (/[/\\]|\.json$/i.test(nameOrFile)) return readCheckedJson(nameOrFile, 'profile', profileCheck());
  const meant = nearest(nameOrFile, PROFILE_NAMES);
  throw new CommandError(
    `there is no profile ${JSON.stringify(nameOrFile)}`,
    undefined,
    meant ? `Did you mean ${meant}?` : `Profiles: ${PROFILE_NAMES.join(', ')}, or the path of a JSON file.`,
  );
}
