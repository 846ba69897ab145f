import type { DicomWebClient, InstancePath } from '../dicomweb/operations.ts';
import type { SendingOptions } from '../dicomweb/send.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { isWithin } from './account.ts';
import { createDeletions } from './deletions.ts';
import { listBy } from './lists.ts';

/** What deleting somebody's study at the user's word needs. */
export interface Reset {
  readonly sending: SendingOptions;
  readonly dicomweb: DicomWebClient;
  readonly study: string;
  readonly say: (line: string) => void;
  /** Asks the user. @throws CommandError when there is nobody to ask. */
  readonly confirm: (question: string) => Promise<boolean>;
}

/**
 * Names every instance that the server lists in a study, and deletes these one by one when the user says so.
 *
 * @throws CommandError with exit code 3 when the instances cannot be listed, and 2 when the user does not agree.
 */
export async function resetStudy({ sending, dicomweb, study, say, confirm }: Reset): Promise<void> {
  const lists = [await listBy(dicomweb, 'metadata', { study }), await listBy(dicomweb, 'search', { study })];
  const named = new Map<string, InstancePath>();
  for (const { series, instance } of lists.flatMap(({ held }) => held ?? [])) {
    if (series !== null && instance !== null) named.set(instance, { study, series, instance });
  }
  if (lists.every(({ instances }) => instances === null)) {
    const answers = lists.map(({ route, answer }) => `${route} ${answer}`).join(', ');
    throw new CommandError(`--reset: what study ${study} holds cannot be listed: ${answers}`, EXIT_CODES.unreachable);
  }
  if (named.size === 0) return;
  say(`--reset deletes from study ${study}:`);
  for (const { series, instance } of named.values()) say(`  series ${series} instance ${instance}`);
  if (!(await confirm(`Delete these ${named.size} instances?`))) {
    throw new CommandError('--reset: nothing was deleted, and no instance of the data set was stored');
  }
  const deletions = createDeletions(sending, dicomweb, {
    isOurs: ({ study: of, series, instance }) => {
      const path = named.get(instance);
      return path !== undefined && isWithin(path, series === undefined ? { study: of } : { study: of, series });
    },
    held: () => [...named.values()],
  });
  for (const path of named.values()) await deletions.instance(path);
}
