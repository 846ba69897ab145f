import { keywordOf, tagOf, vrOf } from '../../dicom/dictionary.ts';
import { type Level, type QueryParameter, Refusal } from '../message.ts';
import { MATCHING_KEYS } from './attributes.ts';

/** A matching key: its tag, or the dotted path of tags into a sequence, and the value asked for. */
export interface Key {
  readonly path: string;
  readonly value: string;
}

/** A search as understood (PS3.18 §8.3.4): parameters that this server does not know are left out. */
export interface Query {
  readonly keys: readonly Key[];
  /** Tags to return beside those of the level; `all` for everything of the level. */
  readonly include: readonly string[] | 'all';
  readonly limit: number;
  readonly offset: number;
  /** Remarks for Warning header fields: parameters that were tolerated and not applied. */
  readonly remarks: readonly string[];
}

const UNLIMITED = '999999999999999';
const OPTIONAL_MATCHING = ['fuzzymatching', 'emptyvaluematching', 'multiplevaluematching'];

/** Tag of an attribute named by keyword or by eight hexadecimal digits; null for anything else. */
function attributeTag(name: string): string | null {
  return /^[0-9A-Fa-f]{8}$/.test(name) ? name.toUpperCase() : tagOf(name);
}

/** Tags of a dotted attribute path, null when a step is no attribute. @throws Refusal 400 for a path below no sequence. */
function attributePath(name: string): string | null {
  const tags = name.split('.').map(attributeTag);
  if (tags.some((tag) => tag === null)) return null;
  const parents = tags.slice(0, -1).filter((tag) => tag !== null && !vrOf(tag).includes('SQ'));
  if (parents.length > 0)
    throw new Refusal(400, `${name} leads into ${keywordOf(parents[0] ?? '')}, which is no sequence`);
  return tags.join('.');
}

function count(name: string, value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new Refusal(400, `${name}=${value} is not a whole number from 0`);
  return Number(value);
}

function last(parameters: readonly QueryParameter[], name: string): string | undefined {
  return parameters.filter(([given]) => given === name).at(-1)?.[1];
}

function remarksOn(parameters: readonly QueryParameter[]): string[] {
  return OPTIONAL_MATCHING.flatMap((name) => {
    const value = last(parameters, name);
    if (value !== undefined && value !== 'true' && value !== 'false')
      throw new Refusal(400, `${name}=${value} is neither true nor false`);
    return value === 'true'
      ? [`The ${name} parameter is not supported. Only literal matching has been performed.`]
      : [];
  });
}

/** Levels whose keys a search at some level matches on: its own and those above (PS3.18 Table 10.6.1-4). */
export function levelsDownTo(level: Level): Level[] {
  const levels: Level[] = ['studies', 'series', 'instances'];
  return levels.slice(0, levels.indexOf(level) + 1);
}

/** Reads the parameters of a search. @throws Refusal 400 for a value that a supported parameter cannot have. */
export function readQuery(parameters: readonly QueryParameter[], level: Level): Query {
  const usable = levelsDownTo(level).flatMap((above) => MATCHING_KEYS[above]);
  const keys = parameters.flatMap(([name, value]) => {
    const path = attributePath(name);
    return path !== null && usable.includes(path) ? [{ path, value }] : [];
  });
  const included = parameters.filter(([name]) => name === 'includefield').flatMap(([, value]) => value.split(','));
  const tags = included.map((name) => attributePath(name)?.slice(0, 8)).filter((tag) => tag !== undefined);
  return {
    keys,
    include: included.includes('all') ? 'all' : tags,
    limit: count('limit', last(parameters, 'limit') ?? UNLIMITED),
    offset: count('offset', last(parameters, 'offset') ?? '0'),
    remarks: remarksOn(parameters),
  };
}
