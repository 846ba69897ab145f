import { dicomParts } from '../answers/dicom/parts.ts';
import { instanceOf, type StoredInstance } from '../dicom/instance.ts';
import { text } from '../dicom/values.ts';
import type { DicomWebClient, InstancePath } from '../dicomweb/operations.ts';
import type { SendingOptions } from '../dicomweb/send.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { type Account, isWithin, type Trial } from './account.ts';
import { asStored } from './as-stored.ts';
import { createDeletions, type SeenOfServer, UnsafeDeletion } from './deletions.ts';
import { listBy } from './lists.ts';

/** What deleting somebody's study at the user's word needs. */
export interface Reset {
  readonly sending: SendingOptions;
  readonly dicomweb: DicomWebClient;
  readonly study: string;
  /** SOP Instance UIDs of the data set: nothing else is in its way. */
  readonly instances: ReadonlySet<string>;
  readonly trial: Trial;
  readonly server: SeenOfServer;
  readonly say: (line: string) => void;
  /** Asks the user. @throws CommandError when there is nobody to ask. */
  readonly confirm: (question: string) => Promise<boolean>;
}

/** An instance that stays, and why. */
interface Staying {
  readonly instance: string;
  readonly why: string;
}

/**
 * Retrieves the instances of the data set that the server lists in its study, names each with its patient and its date, and
 * deletes these one by one when the user says so: those that name the study themselves, and are just before their DELETE
 * what they were when the user was asked. Anything else is named as somebody else's and stays.
 *
 * @throws CommandError with exit code 3 when the instances cannot be listed, and 2 when the user does not agree.
 */
export async function resetStudy(reset: Reset): Promise<void> {
  const { sending, dicomweb, study, trial, server, say, confirm } = reset;
  const { listed, staying } = await listInstances(reset);
  const found: StoredInstance[] = [];
  for (const path of listed) {
    const seen = await asShown(dicomweb, path);
    if (typeof seen === 'string') staying.push({ instance: path.instance, why: seen });
    else found.push(seen);
  }
  for (const { instance, why } of staying) say(`--reset leaves ${instance} as it is: ${why}`);
  if (found.length === 0) return;
  say(`--reset deletes from study ${study}:`);
  for (const one of found) say(`  series ${one.series} instance ${one.instance} ${whose(one)}`);
  if (!(await confirm(`Delete these ${found.length} instances?`))) {
    throw new CommandError('--reset: nothing was deleted, and no instance of the data set was stored');
  }
  const named = (path: Parameters<typeof isWithin>[1]) => found.find((one) => isWithin(one, path)) ?? null;
  const account = {
    isOurs: ({ study: of, series, instance }: Parameters<Account['isOurs']>[0]) =>
      found.some(
        (one) =>
          one.instance === instance && isWithin(one, series === undefined ? { study: of } : { study: of, series }),
      ),
    isOurSeries: (path: Parameters<Account['isOurSeries']>[0]) => found.some((one) => isWithin(one, path)),
    isOwnUid: () => false,
    held: () => found,
    stored: named,
    trial,
  };
  const deletions = createDeletions(sending, dicomweb, account, server);
  for (const path of found) {
    try {
      await deletions.instance(path);
    } catch (error) {
      if (!(error instanceof UnsafeDeletion)) throw error;
      say(`--reset: ${error.message}`);
    }
  }
}

/** What metadata and search list in the study, each instance once; what cannot be in the way of the data set stays. */
async function listInstances({ dicomweb, study, instances }: Reset): Promise<{
  readonly listed: readonly InstancePath[];
  readonly staying: Staying[];
}> {
  const lists = [await listBy(dicomweb, 'metadata', { study }), await listBy(dicomweb, 'search', { study })];
  if (lists.every((list) => list.instances === null)) {
    const answers = lists.map(({ route, answer }) => `${route} ${answer}`).join(', ');
    throw new CommandError(`--reset: what study ${study} holds cannot be listed: ${answers}`, EXIT_CODES.unreachable);
  }
  const listed = new Map<string, InstancePath>();
  const staying = new Map<string, Staying>();
  for (const row of lists.flatMap(({ held }) => held ?? [])) {
    const { series, instance } = row;
    if (instance === null || series === null) continue;
    const stays = (why: string) => staying.set(instance, { instance, why: `somebody else's, ${why}` });
    if (row.study !== null && row.study !== study) stays(`the server lists it in study ${row.study}`);
    else if (!instances.has(instance)) stays('it is none of the data set');
    else listed.set(instance, { study, series, instance });
  }
  for (const instance of staying.keys()) listed.delete(instance);
  return { listed: [...listed.values()], staying: [...staying.values()] };
}

/** The instance as the server gives it back, or why it is left alone. */
async function asShown(dicomweb: DicomWebClient, path: InstancePath): Promise<StoredInstance | string> {
  const exchange = await dicomweb.retrieveInstance(path);
  const [part, ...others] = exchange.response && !exchange.failure ? [...dicomParts(exchange.response)] : [];
  if (!part || others.length > 0 || 'error' in part) return 'the server does not give it back as one instance';
  const uids = ['0020000D', '0020000E', '00080018', '00080016'].map((tag) => text(part.file.dataSet, tag));
  if (uids.includes(null)) return 'what the server gives back lacks a UID';
  const shown = instanceOf(part.file, part.representation.body, path.instance);
  const seen = asStored(exchange, path, shown);
  return seen.kind === 'as stored' ? shown : `somebody else's, ${'why' in seen ? seen.why : 'it is not there'}`;
}

function whose({ dataSet }: StoredInstance): string {
  const shown = (tag: string) => JSON.stringify((text(dataSet, tag) ?? '').slice(0, 80));
  return `patient ${shown('00100010')} (${shown('00100020')}), study date ${shown('00080020')}`;
}
