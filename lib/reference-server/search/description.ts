import { isPrivate, vrOf } from '../../dicom/dictionary.ts';
import type { DicomJsonAttribute, DicomJsonDataSet, DicomJsonValue } from '../../dicom/json.ts';
import type { Archive } from '../archive.ts';
import { attributesOf } from '../attributes-of.ts';
import { instancePath } from '../instance.ts';
import type { Level, Request } from '../message.ts';
import { KNOWN_ATTRIBUTES, levelOf, MATCHING_KEYS, REQUIRED_ATTRIBUTES } from './attributes.ts';
import type { Candidate } from './candidates.ts';
import { levelsDownTo, type Query } from './query.ts';

const LEVELS: readonly Level[] = ['studies', 'series', 'instances'];
/** What is kept in memory of each instance that was searched once. */
const KEPT = new Set(
  LEVELS.flatMap((level) => [
    ...MATCHING_KEYS[level].map((path) => path.slice(0, 8)),
    ...REQUIRED_ATTRIBUTES[level],
    ...KNOWN_ATTRIBUTES[level],
  ]),
);
const kept = new WeakMap<object, DicomJsonDataSet>();

function pick(attributes: DicomJsonDataSet, tags: Iterable<string>): Record<string, DicomJsonAttribute> {
  const picked: Record<string, DicomJsonAttribute> = {};
  for (const tag of tags) {
    const attribute = attributes[tag];
    if (attribute !== undefined) picked[tag] = attribute;
  }
  return picked;
}

/** Values as text; each group of a person name is one. */
function textsOf(attribute: DicomJsonAttribute | undefined): string[] {
  return (attribute?.Value ?? []).flatMap((value) => {
    if (value === null) return [''];
    return typeof value === 'object'
      ? Object.values(value).filter((group) => typeof group === 'string')
      : [String(value)];
  });
}

function integer(value: number): DicomJsonAttribute {
  return { vr: 'IS', Value: [value] };
}

/** What the archive knows of a study, series or instance, for matching and for returning. */
export class Description {
  readonly #candidate: Candidate;
  readonly #archive: Archive;

  constructor(candidate: Candidate, archive: Archive) {
    this.#candidate = candidate;
    this.#archive = archive;
  }

  /** Values that a key is compared with; `path` may lead into a sequence. */
  values(path: string): readonly string[] {
    const { study, series, representative } = this.#candidate;
    if (path === '0020000D') return [study];
    if (path === '0020000E') return [series];
    if (path === '00080018') return [representative.instance];
    if (path === '00080061') return this.#modalities();
    const [tag = '', inner] = path.split('.');
    const attribute = this.#searched()[tag];
    if (inner === undefined) return textsOf(attribute);
    const items = (attribute?.Value ?? []) as readonly DicomJsonValue[];
    return items.flatMap((item) => textsOf((item as DicomJsonDataSet | null)?.[inner]));
  }

  /** The data set that a search returns for this entity (PS3.18 §10.6.3.3). */
  result(request: Request, query: Query): DicomJsonDataSet {
    const { route } = request;
    const levels = levelsDownTo(route.level).filter(
      (level) =>
        level === route.level || (level === 'studies' ? route.study === undefined : route.series === undefined),
    );
    const result: Record<string, DicomJsonAttribute> = {};
    for (const level of levels) {
      for (const tag of REQUIRED_ATTRIBUTES[level]) result[tag] = { vr: vrOf(tag)[0] ?? 'UN' };
    }
    const named = new Set([
      ...levels.flatMap((level) => [...REQUIRED_ATTRIBUTES[level], ...KNOWN_ATTRIBUTES[level]]),
      ...query.keys.map(({ path }) => path.slice(0, 8)),
    ]);
    Object.assign(result, pick(this.#searched(), named), this.#included(route.level, query));
    for (const level of levels) Object.assign(result, this.#derived(level));
    if (query.keys.some(({ path }) => path === '00080061')) result['00080061'] ??= this.#modalitiesInStudy();
    result['00081190'] = { vr: 'UR', Value: [`${request.base}${this.#path(route.level)}`] };
    return result;
  }

  #searched(): DicomJsonDataSet {
    const { representative } = this.#candidate;
    const known = kept.get(representative);
    if (known) return known;
    const attributes = pick(attributesOf(representative), KEPT);
    kept.set(representative, attributes);
    return attributes;
  }

  /** Attributes named by includefield that describe the level or one above; private ones with their creator. */
  #included(level: Level, { include }: Query): DicomJsonDataSet {
    if (include.length === 0) return {};
    const levels = levelsDownTo(level);
    const attributes = attributesOf(this.#candidate.representative);
    // A search hands out no bulk data, and so nothing that would only lead to it.
    const tags = Object.keys(attributes).filter((tag) => attributes[tag]?.BulkDataURI === undefined);
    if (include === 'all')
      return pick(
        attributes,
        tags.filter((tag) => levelOf(tag) === level && !isPrivate(tag)),
      );
    const creators = include.filter(isPrivate).map((tag) => `${tag.slice(0, 4)}00${tag.slice(4, 6)}`);
    const wanted = new Set([...include, ...creators]);
    return pick(
      attributes,
      tags.filter((tag) => wanted.has(tag) && levels.includes(levelOf(tag))),
    );
  }

  /** Attributes that are in no instance. */
  #derived(level: Level): DicomJsonDataSet {
    const { study, series } = this.#candidate;
    if (level === 'instances') return { '00080056': { vr: 'CS', Value: ['ONLINE'] } };
    if (level === 'series') return { '00201209': integer(this.#archive.series(study).get(series)?.size ?? 0) };
    const allSeries = [...this.#archive.series(study).values()];
    return {
      '00080056': { vr: 'CS', Value: ['ONLINE'] },
      '00080061': this.#modalitiesInStudy(),
      '00201206': integer(allSeries.length),
      '00201208': integer(allSeries.reduce((sum, instances) => sum + instances.size, 0)),
    };
  }

  #modalities(): string[] {
    const { study } = this.#candidate;
    const modalities = [...this.#archive.series(study).values()].flatMap((instances) => {
      const [representative] = instances.values();
      if (!representative) return [];
      return new Description({ ...representative, representative }, this.#archive).values('00080060');
    });
    return [...new Set(modalities)];
  }

  #modalitiesInStudy(): DicomJsonAttribute {
    const Value = this.#modalities();
    return Value.length > 0 ? { vr: 'CS', Value } : { vr: 'CS' };
  }

  #path(level: Level): string {
    const { study, series, representative } = this.#candidate;
    if (level === 'studies') return `/studies/${study}`;
    return level === 'series' ? `/studies/${study}/series/${series}` : instancePath(representative);
  }
}
