/** What a study holds, by its metadata and by search: what a script sees before it deletes. */
import type { InstanceList } from '../../lib/portable/deletion-decision.ts';
import { type Answer, type Failure, json, send, statusFailure, transportFailure } from './answer.ts';
import { TAG, text } from './dicom-json.ts';
import { settings } from './settings.ts';

/** Pages of a search that are asked for at most. */
const MOST_PAGES = 100;

interface StudyLists {
  readonly lists: readonly InstanceList[];
  /** Why the first list that could not be had could not; null where both could. */
  readonly failed: Failure | null;
  /** Whether every list is from below the root that a DELETE goes to: another one may lead to another archive. */
  readonly isWhereDeleted: boolean;
}

/** Lists a study. None of these requests is measured. */
export async function listStudy(study: string): Promise<StudyLists> {
  const from: string[] = [];
  const metadata = await list(`${settings.roots.retrieve}/studies/${study}/metadata`, from);
  const search = await searchAll(`${settings.roots.search}/studies/${study}/instances`, from);
  const counted = await countOf(study);
  return {
    lists: [asList('its metadata', metadata), asList('a search in it', search), ...counted],
    isWhereDeleted: from.every((url) => url.indexOf(`${settings.roots.delete}/studies/`) === 0),
    failed: isList(metadata) ? (isList(search) ? null : search) : metadata,
  };
}

/** What a search for the study says of how many instances it has; nothing where it does not say. */
async function countOf(study: string): Promise<readonly InstanceList[]> {
  const url = `${settings.roots.search}/studies?StudyInstanceUID=${study}&includefield=NumberOfStudyRelatedInstances`;
  const answer = await send({ method: 'GET', url, accept: 'application/dicom+json', responseType: 'text' }, 'look');
  const read = answer.status === 200 ? json(answer) : null;
  const found = read && 'value' in read && Array.isArray(read.value) ? read.value : [];
  const counts = found
    .filter((dataSet) => text(dataSet, TAG.studyInstanceUID) === study)
    .map((dataSet) => Number(text(dataSet, TAG.numberOfStudyRelatedInstances)));
  return counts.map((counted) => ({
    route: 'a search for it',
    instances: null,
    counted,
    answer: 'counts',
    hasWorked: false,
  }));
}

type Uids = readonly string[];

/** Page after page, until one lists nothing new. */
async function searchAll(url: string, from: string[]): Promise<Uids | Failure> {
  const first = await list(url, from);
  if (!isList(first)) return first;
  const found = first.slice();
  for (let size = 0, pages = 1; found.length > size && pages < MOST_PAGES; pages++) {
    size = found.length;
    const page = await list(`${url}?offset=${size}`, from);
    if (!isList(page)) break;
    for (const uid of page) if (found.indexOf(uid) < 0) found.push(uid);
  }
  return found;
}

/**
 * SOP Instance UIDs that an answer lists, none where it says that there is nothing, or why it lists nothing. The URL that was
 * answered, behind redirects, is added to `from`.
 */
async function list(url: string, from: string[]): Promise<Uids | Failure> {
  const answer = await send({ method: 'GET', url, accept: 'application/dicom+json', responseType: 'text' }, 'look');
  from.push(answer.url || url);
  const failed = transportFailure(answer);
  if (failed) return failed;
  if ([204, 404, 410].indexOf(answer.status) >= 0) return [];
  return statusFailure(answer, [200]) || uidsIn(answer);
}

function uidsIn(answer: Answer): Uids | Failure {
  const read = json(answer);
  if ('kind' in read) return read;
  const malformed: Failure = { kind: 'malformed', why: 'the answer is no list of instances' };
  if (!Array.isArray(read.value)) return malformed;
  const uids = read.value.map((dataSet) => text(dataSet, TAG.sopInstanceUID));
  return uids.indexOf('') < 0 ? uids : malformed;
}

function isList(listed: Uids | Failure): listed is Uids {
  return Array.isArray(listed);
}

function asList(route: string, listed: Uids | Failure): InstanceList {
  return isList(listed)
    ? { route, instances: listed, answer: `lists ${listed.length}`, hasWorked: false }
    : { route, instances: null, answer: `gave no list: ${listed.why}`, hasWorked: false };
}
