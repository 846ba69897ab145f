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
      if (answer.status !== 409) return answer;
      const again = await handle({ ...request, route: { operation: 'store', level: 'studies' } }, second);
      const present = second.select().flatMap((instance) => archive.find(instance.instance) ?? []);
      for (const instance of present) Object.assign(instance, { bytes: second.find(instance.instance)?.bytes });
      return present.length > 0 ? again : answer;
    }),
};
