import type { Behaviour } from '../behaviour.ts';
import type { QueryParameter } from '../message.ts';
import { changeRequest, on, type Selector } from './answers.ts';

/** Reads other query parameters than were sent. */
export function changeQuery(
  selector: Selector,
  change: (query: readonly QueryParameter[]) => readonly QueryParameter[],
): Behaviour {
  return changeRequest(selector, (request) => ({ ...request, query: change(request.query) }));
}

/** Reads another value of each query parameter than was sent. */
export function changeValues(selector: Selector, change: (value: string, name: string) => string): Behaviour {
  return changeQuery(selector, (query) => query.map(([name, value]) => [name, change(value, name)]));
}

/** Searches as if some parameters had not been given. */
export function dropParameters(names: readonly string[]): Behaviour {
  return changeQuery(on('search'), (query) => query.filter(([name]) => !names.includes(name)));
}
