import { Archive } from '../../archive.ts';
import { changeAnswer, on } from '../../changes/answers.ts';
import { handle } from '../../handle.ts';
import type { Fault } from '../fault.ts';

export const storeReplacesSilently: Fault = {
  id: 'store-replaces-silently',
  title: 'lets other content replace an instance in retrieve, while search keeps the old',
  operations: ['changed-content'],
  requirements: ['STOW-030'],
  behaviour: () =>
    changeAnswer(on('store'), async (answer, request, archive) => {
      const second = new Archive();
      const again =
        answer.status === 409
          ? await handle({ ...request, route: { operation: 'store', level: 'studies' } }, second)
          : answer;
      for (const instance of again.status === 200 ? second.select() : []) {
        const present = archive.find(instance.instance);
        if (present) Object.assign(present, { bytes: instance.bytes });
      }
      return again;
    }),
};
