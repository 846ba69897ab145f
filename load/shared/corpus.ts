/** The corpus: studies that are stored before the reading begins, and what the script knows of them. */

import { sleep } from 'k6';
import { nameOf, patientID, studyDate } from '../../lib/portable/identity.ts';
import { pick, type Random } from '../../lib/portable/random.ts';
import { type Answer, send } from './answer.ts';
import { TAG, text, values } from './dicom-json.ts';
import { targetFailed } from './events.ts';
import { Expected } from './expected.ts';
import { pool } from './pool.ts';
import { beginRun, type RunData } from './run.ts';
import { settings } from './settings.ts';
import type { Identity } from './stamper.ts';
import { type Batch, Writer } from './writer.ts';

export interface CorpusData extends RunData {
  readonly batches: readonly Batch[];
  /** Whether the target says that it changed attributes, by a Warning Reason or an Original Attributes Sequence. */
  readonly mayBeCoerced: boolean;
  /** Studies that were on the target before the run; absent where the corpus was stored. */
  readonly found?: readonly CorpusStudy[];
}

/** The worker number of the corpus. Virtual users have numbers from 1. */
const WORKER = 0;

/** The studies that the settings name or, where they name none, a corpus that is stored first. `setup` calls it. */
export function openCorpus(): Promise<CorpusData> {
  return settings.studies.length > 0 ? readCorpus() : storeCorpus();
}

/** What the values of others are is not known, so searches go by UID and nothing is compared with a copy. */
async function readCorpus(): Promise<CorpusData> {
  const { prefix } = beginRun();
  const found: CorpusStudy[] = [];
  for (const study of settings.studies) {
    const url = `${settings.roots.retrieve}/studies/${study}/metadata`;
    const answer = await send({ method: 'GET', url, accept: 'application/dicom+json', responseType: 'text' }, 'setup');
    const read = foundStudy(study, answer.status === 200 ? dataSetsOf(answer) : []);
    if (read === null) throw targetFailed(`the metadata of study ${study} list no instance (status ${answer.status})`);
    found.push(read);
  }
  return { prefix, batches: [], mayBeCoerced: true, found };
}

/** A study by its metadata, and of its series the first; null where they list no instance with UIDs. */
function foundStudy(study: string, dataSets: readonly unknown[]): CorpusStudy | null {
  const path = `/studies/${study}`;
  const instances = dataSets
    .map((dataSet) => ({
      seriesUID: text(dataSet, TAG.seriesInstanceUID),
      uid: text(dataSet, TAG.sopInstanceUID),
      isImage: text(dataSet, TAG.rows) !== '',
    }))
    .filter(({ seriesUID, uid }) => seriesUID !== '' && uid !== '')
    .map(({ seriesUID, uid, isImage }) => ({
      seriesUID,
      path: `${path}/series/${seriesUID}/instances/${uid}`,
      uid,
      template: 0,
      identity: { study: 0, instance: 0 },
      frameBytes: 0,
      isImage,
    }));
  const first = instances[0];
  if (!first) return null;
  return {
    path,
    seriesPath: `${path}/series/${first.seriesUID}`,
    studyUID: study,
    seriesUID: first.seriesUID,
    instances,
    inSeries: instances.filter(({ seriesUID }) => seriesUID === first.seriesUID),
    patientID: '',
    patientName: '',
    date: text(dataSets[0], TAG.studyDate),
    modality: '',
  };
}

/** Stores the corpus, and waits until the last study is found and its metadata can be retrieved. */
async function storeCorpus(): Promise<CorpusData> {
  const { prefix } = beginRun();
  const perRequest = Math.min(settings.instancesPerRequest, settings.corpus);
  const writer = new Writer(prefix, WORKER, perRequest);
  const batches: Batch[] = [];
  let mayBeCoerced = false;
  for (let stored = 0; stored < settings.corpus; stored += perRequest) {
    const { batch, outcome } = await writer.storeNextUnmeasured();
    batches.push(batch);
    mayBeCoerced = mayBeCoerced || outcome.mayBeCoerced;
  }
  const last = batches[batches.length - 1];
  if (last) {
    await waitUntilFound(writer.studyUID(last.first.study));
    const series = `/studies/${writer.studyUID(last.first.study)}/series/${writer.seriesUID(last.first.study)}`;
    const metadata = await waitUntilThere(series);
    mayBeCoerced = mayBeCoerced || metadata.some((dataSet) => values(dataSet, TAG.originalAttributes).length > 0);
  }
  return { prefix, batches, mayBeCoerced };
}

async function waitUntilFound(study: string): Promise<void> {
  const url = `${settings.roots.search}/studies?StudyInstanceUID=${study}`;
  let last = '';
  for (let waited = 0; waited <= settings.visibilitySeconds; waited++) {
    const answer = await send({ method: 'GET', url, accept: 'application/dicom+json', responseType: 'text' }, 'setup');
    const found = answer.status === 200 ? dataSetsOf(answer) : [];
    if (found.some((match) => text(match, TAG.studyInstanceUID) === study)) return;
    last = answer.status === 0 ? `no answer (${answer.error})` : `status ${answer.status}`;
    await sleep(1);
  }
  const within = `${settings.visibilitySeconds} s; the last search got ${last}`;
  throw targetFailed(`the study ${study} was stored, but a search did not find it within ${within}`);
}

/**
 * Waits until the metadata of a series is there, and returns it: a search may find a study before it can be retrieved.
 * Returns an empty list when it never comes; the measured retrieves then fail.
 */
async function waitUntilThere(series: string): Promise<readonly unknown[]> {
  const url = `${settings.roots.retrieve}${series}/metadata`;
  for (let waited = 0; waited <= settings.visibilitySeconds; waited++) {
    const answer = await send({ method: 'GET', url, accept: 'application/dicom+json', responseType: 'text' }, 'setup');
    if (answer.status !== 404) return dataSetsOf(answer);
    await sleep(1);
  }
  return [];
}

/** The data sets of an answer, whatever its Content-Type; an empty list where the body is no list. */
function dataSetsOf({ body }: Answer): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(String(body));
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

export interface CorpusStudy {
  readonly path: string;
  readonly seriesPath: string;
  readonly studyUID: string;
  readonly seriesUID: string;
  readonly instances: readonly CorpusInstance[];
  /** Those of the series. */
  readonly inSeries: readonly CorpusInstance[];
  readonly patientID: string;
  readonly patientName: string;
  readonly date: string;
  readonly modality: string;
}

export interface CorpusInstance {
  readonly path: string;
  readonly uid: string;
  readonly template: number;
  readonly identity: Identity;
  readonly frameBytes: number;
  /** Whether it has frames to ask for. */
  readonly isImage: boolean;
}

/** The studies of a corpus, computed from its counts. */
function studiesOf({ prefix, batches }: CorpusData): readonly CorpusStudy[] {
  const writer = new Writer(prefix, WORKER, 1);
  const numbers = batches.map(({ first }) => first.study).filter((study, index, all) => all.indexOf(study) === index);
  return numbers.map((study) => {
    const path = `/studies/${writer.studyUID(study)}`;
    const seriesPath = `${path}/series/${writer.seriesUID(study)}`;
    const own = batches.filter(({ first }) => first.study === study);
    const instances: CorpusInstance[] = [];
    for (const batch of own) {
      for (let index = 0; index < batch.count; index++) {
        const identity = { study, instance: batch.first.instance + index };
        const uid = writer.instanceUID(identity.instance);
        instances.push({
          path: `${seriesPath}/instances/${uid}`,
          uid,
          template: batch.template,
          identity,
          frameBytes: writer.templateOf(batch).frameBytes,
          isImage: true,
        });
      }
    }
    const first = own[0];
    return {
      path,
      seriesPath,
      studyUID: writer.studyUID(study),
      seriesUID: writer.seriesUID(study),
      instances,
      inSeries: instances,
      patientID: patientID(WORKER, study),
      patientName: nameOf(pool.names, WORKER, study).text,
      date: studyDate(WORKER, study),
      modality: first ? writer.templateOf(first).modality : '',
    };
  });
}

let known: readonly CorpusStudy[] | undefined;

/** Makes the instances of a corpus again, byte for byte as they were sent. */
export function expectedOf({ prefix }: CorpusData): Expected {
  return new Expected(prefix, WORKER);
}

/** A random study of the corpus. The studies are computed once for each virtual user. */
export function anyStudy(random: Random, data: CorpusData): CorpusStudy {
  if (!known) known = data.found || studiesOf(data);
  return pick(random, known);
}
