import { Archive } from '../archive.ts';
import { on } from '../changes/answers.ts';
import type { OddServer } from './odd-server.ts';

/** The Standard says nothing about other content under a known UID (PS3.18 §10.5.2): here the new one takes its place. */
export const replacesEverywhere: OddServer = {
  id: 'replaces-everywhere',
  title: 'lets what is stored later take the place of what had its UID',
  behaviour: () => ({
    async handle(request, archive, next) {
      if (!on('store')(request)) return next(request, archive);
      const arrived = new Archive();
      await next(request, arrived);
      for (const instance of arrived.select()) {
        const present = archive.find(instance.instance);
        if (present?.study === instance.study) archive.remove(present);
      }
      return next(request, archive);
    },
  }),
};
