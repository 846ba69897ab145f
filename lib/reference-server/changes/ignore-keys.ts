import type { Behaviour } from '../behaviour.ts';
import type { Level } from '../message.ts';
import { changeRequest, on } from './answers.ts';

const NOT_KEYS = new Set(['limit', 'offset', 'includefield', 'fuzzymatching', 'accept']);

/** Searches of a level without any matching key. */
export function ignoreKeys(level: Level): Behaviour {
  return changeRequest(on('search', level), (request) => ({
    ...request,
    query: request.query.filter(([name]) => NOT_KEYS.has(name)),
  }));
}
