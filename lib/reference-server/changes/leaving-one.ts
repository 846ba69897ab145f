import type { Behaviour } from '../behaviour.ts';
import type { Level } from '../message.ts';
import { on } from './answers.ts';

/** Leaves the first instance of what is deleted at a level where it was. */
export function leavingOne(level: Level): Behaviour {
  return {
    async handle(request, archive, next) {
      const { study = '', series } = request.route;
      const [first] = on('delete', level)(request) ? archive.select({ study, series }) : [];
      const answer = await next(request, archive);
      if (first) archive.add(first);
      return answer;
    },
  };
}
