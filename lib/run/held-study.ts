import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDamaged, loadDataset } from '../../fixtures/load-dataset.ts';
import { type DicomPart, dicomParts } from '../answers/dicom/parts.ts';
import { BOUNDS } from '../bounds.ts';
import { writeSource } from '../bytes/write.ts';
import { listBy } from '../deletion/lists.ts';
import { text } from '../dicom/values.ts';
import { createDicomWebClient } from '../dicomweb/client.ts';
import type { DicomWebClient, InstancePath } from '../dicomweb/operations.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import type { Exchange } from '../http/exchange.ts';
import { createTransport } from '../http/transport.ts';
import { probe } from '../probe/probe.ts';
import type { Target } from '../target/target.ts';
import type { ConformanceRun } from './conformance-run.ts';
import { underItsOwnUids } from './fresh-study.ts';
import { pickStudies } from './pick-study.ts';
import { STUDY_FOLDER } from './setup.ts';

type ReadStudy = Pick<ConformanceRun, 'dataset' | 'datasetFolder' | 'freshUids' | 'secret'>;

interface HeldStudy {
  readonly target: Target;
  /** Study Instance UID; null to pick one by search. */
  readonly study: string | null;
  /** Folder of the run. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/**
 * Reads a study that is on the server, for a run that only reads: what retrieve gives of it is the data set that every
 * other answer is compared with. An instance that only the metadata list is asked for by its own path, so that a
 * retrieve of the study without it is still seen to lack it. Says which study it took.
 *
 * @throws CommandError with exit code 3 where the target cannot be asked, or gives no study that can be read.
 */
export async function readHeldStudy({ target, study, folder, signal, say }: HeldStudy): Promise<ReadStudy> {
  const spoolFolder = join(folder, 'spool');
  const transport = createTransport({ target, spoolFolder, signal, maximumBodyBytes: BOUNDS.heldStudy.limit });
  let count = 0;
  const dicomweb = createDicomWebClient({ target, transport, nextExchangeId: () => `look.${++count}` });
  const into = join(folder, STUDY_FOLDER);
  try {
    const outcome = await probe(target, transport);
    if (outcome.kind !== 'ready') throw new CommandError(outcome.message, EXIT_CODES.unreachable, outcome.hint);
    const studies = study === null ? await pickStudies(dicomweb) : [{ uid: study, words: 'named by --study' }];
    let unread = '';
    for (const { uid, words } of studies) {
      const retrieved = await dicomweb.retrieveStudy({ study: uid });
      signal.throwIfAborted();
      const kept = keepInstances(retrieved, uid, into, new Set());
      for (const path of await listedBeside(dicomweb, uid, kept)) {
        keepInstances(await dicomweb.retrieveInstance(path), uid, into, kept);
      }
      if (kept.size > 0) {
        const dataset = { ...loadDataset(into), name: 'a study on the server' };
        say(`Reads   study ${uid}, ${dataset.instances.length} instances, ${words}. It may be a patient's.`);
        return { ...underItsOwnUids(dataset), datasetFolder: into };
      }
      unread = `study ${uid} cannot be read: retrieve was ${answerOf(retrieved)}`;
    }
    throw new CommandError(unread, EXIT_CODES.unreachable, 'Name a study that the server holds with --study UID.');
  } catch (error) {
    // It may be a patient's: what was read of it must not stay.
    rmSync(into, { recursive: true, force: true });
    throw error;
  } finally {
    transport.close();
    rmSync(spoolFolder, { recursive: true, force: true });
  }
}

/** Instances of the study that metadata list and that were not retrieved with it. */
async function listedBeside(
  dicomweb: DicomWebClient,
  study: string,
  kept: ReadonlySet<string>,
): Promise<readonly InstancePath[]> {
  const { held } = await listBy(dicomweb, 'metadata', { study });
  return (held ?? []).flatMap(({ study: named, series, instance }) =>
    named === study && series !== null && instance !== null && !kept.has(instance) ? [{ study, series, instance }] : [],
  );
}

/** Writes the whole instances of the study in an answer to files, each once. Returns the UIDs of all that are kept. */
function keepInstances({ response, failure }: Exchange, study: string, into: string, kept: Set<string>): Set<string> {
  if (!response || failure || ![200, 206].includes(response.status)) return kept;
  mkdirSync(into, { recursive: true });
  for (const part of dicomParts(response)) {
    const instance = instanceIn(part, study);
    if (instance === null || kept.has(instance)) continue;
    kept.add(instance);
    writeSource(part.representation.body, join(into, `${String(kept.size).padStart(5, '0')}.dcm`));
  }
  return kept;
}

/** Its UID where a part is an undamaged instance of the study; null for every other one, which the scenarios judge. */
function instanceIn(part: DicomPart, study: string): string | null {
  if ('error' in part || isDamaged(part.file)) return null;
  const { dataSet } = part.file;
  const isKnown = text(dataSet, '0020000E') !== null && text(dataSet, '00080016') !== null;
  return isKnown && text(dataSet, '0020000D') === study ? part.instance : null;
}

function answerOf({ response, failure }: Exchange): string {
  if (failure || !response) return `not answered in full (${failure?.message ?? 'no answer'})`;
  return `answered ${response.status}, without an instance of it that can be read`;
}
