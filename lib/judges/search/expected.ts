import type { SearchLevel } from '../../answers/levels.ts';
import { tagOf } from '../../dicom/dictionary.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { text } from '../../dicom/values.ts';
import type { QueryParameters, ResourcePath, SearchResource } from '../../dicomweb/operations.ts';

/** An entity that a search has to find, and the stored instances that it consists of. */
export interface ExpectedMatch {
  readonly level: SearchLevel;
  /** UID of the entity at its own level. */
  readonly uid: string;
  readonly study: string;
  /** Absent for a study. */
  readonly series?: string;
  /** Its own instances. */
  readonly instances: readonly StoredInstance[];
  /** All instances of its study, for attributes of the study. */
  readonly ofStudy: readonly StoredInstance[];
  /** All instances of its series; empty for a study. */
  readonly ofSeries: readonly StoredInstance[];
}

/** Path of the entity that a match is about. */
export function pathOfMatch({ level, uid, study, series = '' }: ExpectedMatch): ResourcePath {
  if (level === 'study') return { study };
  return level === 'series' ? { study, series } : { study, series, instance: uid };
}

/** What a search has to answer, by what is on the server at that moment. */
export interface ExpectedSearch {
  readonly resource: SearchResource;
  readonly level: SearchLevel;
  readonly matches: readonly ExpectedMatch[];
  /** Stored entities of the level that lie below another study or series than the path names. */
  readonly beyond: readonly string[];
}

const LEVELS = { studies: 'study', series: 'series', instances: 'instance' } as const;
const KEYS = { '0020000D': 'study', '0020000E': 'series', '00080018': 'instance' } as const;

/**
 * The answer to a search whose keys are UIDs, from the instances that are on the server. A server that holds other
 * studies as well changes nothing, as long as the path or a key names a UID. Throws RangeError for any other key: the
 * model would be wrong without a word. includefield does not select.
 */
export function expectedSearch(
  stored: readonly StoredInstance[],
  resource: SearchResource,
  query: QueryParameters = [],
): ExpectedSearch {
  const keys = query.filter(([name]) => name !== 'includefield').map(([name, value]) => ({ of: keyOf(name), value }));
  const selected = stored.filter(
    (instance) =>
      isBelow(resource, instance) && keys.every(({ of, value }) => value.split(/[,\\]/).includes(instance[of])),
  );
  return expecting(stored, resource, selected);
}

/** The answer to a search that selects these of the stored instances, for keys whose matching the caller knows. */
export function expecting(
  stored: readonly StoredInstance[],
  resource: SearchResource,
  selected: readonly StoredInstance[],
): ExpectedSearch {
  const level = LEVELS[resource.level];
  const uids = new Set(selected.map((instance) => instance[level]));
  const beyond = new Set(stored.flatMap((instance) => (isBelow(resource, instance) ? [] : [instance[level]])));
  return { resource, level, matches: [...uids].map((uid) => matchOf(level, uid, stored)), beyond: [...beyond] };
}

/** Whether an entity is known to lie below another study or series than the path of the search names. */
export function liesBeyondPath(uid: string, { beyond }: ExpectedSearch): boolean {
  return beyond.includes(uid);
}

function isBelow(resource: SearchResource, { study, series }: StoredInstance): boolean {
  if (resource.level === 'studies') return true;
  if (resource.study !== undefined && resource.study !== study) return false;
  return resource.level === 'series' || resource.series === undefined || resource.series === series;
}

function keyOf(name: string): 'study' | 'series' | 'instance' {
  const tag = tagOf(name) ?? name.toUpperCase();
  if (tag in KEYS) return KEYS[tag as keyof typeof KEYS];
  throw new RangeError(`No expectation for the key ${name}`);
}

function matchOf(level: SearchLevel, uid: string, stored: readonly StoredInstance[]): ExpectedMatch {
  const instances = stored.filter((instance) => instance[level] === uid);
  const { study, series } = instances[0] ?? { study: '', series: '' };
  return {
    level,
    uid,
    study,
    ...(level === 'study' ? {} : { series }),
    instances,
    ofStudy: stored.filter((instance) => instance.study === study),
    ofSeries: level === 'study' ? [] : stored.filter((instance) => instance.series === series),
  };
}

/** NumberOfStudyRelatedSeries of a study that consists of these instances. */
export function seriesCount(ofStudy: readonly StoredInstance[]): number {
  return new Set(ofStudy.map(({ series }) => series)).size;
}

/**
 * Whether these can be the ModalitiesInStudy: each Modality once. A series has one (PS3.3 §C.7.3.1); where instances of
 * a series name several all the same, a server may go by any of them.
 */
export function areModalitiesOf(actual: readonly string[], ofStudy: readonly StoredInstance[]): boolean {
  const known = modalitiesOf(ofStudy);
  const series = [...new Set(ofStudy.map((instance) => instance.series))].map((uid) =>
    modalitiesOf(ofStudy.filter((instance) => instance.series === uid)),
  );
  return (
    new Set(actual).size === actual.length &&
    actual.every((modality) => known.includes(modality)) &&
    series.every((own) => own.length === 0 || own.some((modality) => actual.includes(modality)))
  );
}

/** ModalitiesInStudy: each Modality once, in order. */
export function modalitiesOf(ofStudy: readonly StoredInstance[]): readonly string[] {
  return [...new Set(ofStudy.flatMap(({ dataSet }) => text(dataSet, '00080060') ?? []))].sort();
}
