/** Retrieves, and checks that each answer holds exactly what was asked for (PS3.18 section 10.4). */
import {
  type Answer,
  bytesOf,
  type Failure,
  failure,
  header,
  isFailure,
  type Judgement,
  json,
  measure,
  mediaType,
  type RequestSpec,
  statusFailure,
} from './answer.ts';
import { TAG, text } from './dicom-json.ts';
import { sopInstanceUID } from './elements.ts';
import { boundaryOf, partsOf } from './multipart.ts';
import type { Operation } from './operations.ts';
import { settings } from './settings.ts';

/** Table 10.4.3-1 lists 206 for Retrieve as well. The content that came with it is still checked. */
const RETRIEVED = [200, 206];

interface Retrieved {
  readonly files: { readonly [uid: string]: Uint8Array };
  readonly answer: Answer;
  readonly judgement: Judgement;
}

function get(url: string, accept: string, responseType: 'text' | 'binary'): RequestSpec {
  return { method: 'GET', url: `${settings.roots.retrieve}${url}`, accept, responseType };
}

/** Part 10 files of an answer, or the reason why there are none. */
function filesOf(answer: Answer): readonly Uint8Array[] | ReturnType<typeof failure> {
  const byStatus = statusFailure(answer, RETRIEVED);
  if (byStatus) return byStatus;
  const body = bytesOf(answer);
  if (body.length === 0) return failure('empty', 'no body');
  const type = mediaType(answer);
  if (type === 'application/dicom') return [body];
  if (type !== 'multipart/related') return failure('wrong_type', `Content-Type ${type || 'missing'}`);
  const boundary = boundaryOf(header(answer, 'Content-Type'));
  if (!boundary) return failure('malformed', 'the Content-Type has no boundary');
  const parts = partsOf(body, boundary);
  if (!parts) return failure('malformed', 'the multipart body is incomplete');
  return parts.length > 0 ? parts : failure('empty', 'the multipart body has no part');
}

/** Tells how a retrieved file differs from what was stored; null when it does not. */
export type FindChange = (uid: string, file: Uint8Array) => string | null;

interface RetrieveOptions {
  /** Compares what came with what was stored; null compares nothing. */
  readonly findChange: FindChange | null;
  /** Accept header; default: that of the settings. */
  readonly accept?: string;
}

/**
 * Retrieves the instances below a path. `expected` are their SOP Instance UIDs. Returns the files that came, by UID,
 * with the answer and its judgement.
 */
export async function retrieveInstances(
  of: Operation,
  path: string,
  expected: readonly string[],
  options: RetrieveOptions,
): Promise<Retrieved> {
  const { findChange } = options;
  const found: { [uid: string]: Uint8Array } = {};
  const accept = options.accept || (expected.length === 1 ? settings.instanceAccept : settings.multipartAccept);
  const { answer, judgement } = await measure(of, get(path, accept, 'binary'), (received) => {
    const files = filesOf(received);
    if ('kind' in files) return files;
    for (const file of files) found[sopInstanceUID(file)] = file;
    const judgement = judgeFiles(files, found, expected);
    return isFailure(judgement) || !findChange ? judgement : firstChange(found, expected, findChange) || judgement;
  });
  return { files: found, answer, judgement };
}

function firstChange(files: Retrieved['files'], uids: readonly string[], findChange: FindChange): Failure | null {
  for (const uid of uids) {
    const file = files[uid];
    const why = file ? findChange(uid, file) : null;
    if (why) return failure('changed', `${uid}: ${why}`);
  }
  return null;
}

function judgeFiles(
  files: readonly Uint8Array[],
  found: { readonly [uid: string]: Uint8Array },
  expected: readonly string[],
): Judgement {
  for (const uid of expected) {
    if (!found[uid])
      return failure('wrong_content', `${uid} was asked for, but is not among the ${files.length} parts`);
  }
  if (files.length !== expected.length) {
    return failure('wrong_content', `${files.length} parts came instead of ${expected.length}`);
  }
  return { instances: files.length, bytes: files.reduce((sum, file) => sum + file.length, 0) };
}

/** Retrieves metadata below a path: one data set for each instance. */
export async function retrieveMetadata(of: Operation, path: string, expected: readonly string[]): Promise<void> {
  await measure(of, get(`${path}/metadata`, 'application/dicom+json', 'text'), (answer) => {
    const byStatus = statusFailure(answer, RETRIEVED);
    if (byStatus) return byStatus;
    const read = json(answer);
    if ('kind' in read) return read;
    if (!Array.isArray(read.value)) return failure('malformed', 'the metadata is not an array');
    const uids = read.value.map((dataSet) => text(dataSet, TAG.sopInstanceUID));
    const missing = expected.find((uid) => uids.indexOf(uid) < 0);
    if (missing) return failure('wrong_content', `${missing} is not among the ${uids.length} data sets`);
    if (uids.length !== expected.length) {
      return failure('wrong_content', `${uids.length} data sets came instead of ${expected.length}`);
    }
    return { instances: uids.length, bytes: String(answer.body).length };
  });
}

/**
 * Retrieves the first frame of an instance. `frameBytes` is its native length, 0 when that is unknown. `findChange`
 * compares what came with what was stored; null compares nothing.
 */
export async function retrieveFrame(
  of: Operation,
  path: string,
  frameBytes: number,
  findChange: ((frame: Uint8Array) => string | null) | null,
): Promise<void> {
  const accept = 'multipart/related; type="application/octet-stream"';
  await measure(of, get(`${path}/frames/1`, accept, 'binary'), (answer) => {
    const files = filesOf(answer);
    if ('kind' in files) return files;
    const [frame] = files;
    const bytes = frame ? frame.length : 0;
    if (files.length !== 1) return failure('wrong_content', `${files.length} parts came instead of one frame`);
    // A frame of odd length may come with the padding byte of its element or without it.
    if (bytes === 0 || (frameBytes > 0 && Math.abs(bytes - frameBytes) > 1)) {
      return failure('wrong_content', `the frame has ${bytes} bytes instead of ${frameBytes}`);
    }
    const why = frame && findChange ? findChange(frame) : null;
    return why === null ? { instances: 0, bytes } : failure('changed', why);
  });
}
