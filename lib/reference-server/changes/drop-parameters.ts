import type { Behaviour } from '../behaviour.ts';
import { changeRequest, on } from './answers.ts';

/** Searches as if some parameters had not been given. */
export function dropParameters(names: readonly string[]): Behaviour {
  return changeRequest(on('search'), (request) => ({
    ...request,
    query: request.query.filter(([name]) => !names.includes(name)),
  }));
}
