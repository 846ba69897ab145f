import type { Behaviour } from '../behaviour.ts';
import { type Header, textAnswer } from '../message.ts';
import type { Selector } from './answers.ts';

/** Refuses some requests with a status and a sentence, before anything is done for them. */
export function refuse(selector: Selector, status: number, why: string, headers: readonly Header[] = []): Behaviour {
  return {
    handle: async (request, archive, next) =>
      selector(request) ? textAnswer(status, why, headers) : next(request, archive),
  };
}
