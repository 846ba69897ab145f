import { damagePixels } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const deleteDamagesWhatStays: Fault = {
  id: 'delete-damages-what-stays',
  title: 'wipes the pixels of the other instances of a study when one is deleted',
  operations: ['T18', 'T19'],
  requirements: ['STOW-032'],
  behaviour: () => ({
    async handle(request, archive, next) {
      const answer = await next(request, archive);
      const { operation, study } = request.route;
      if (operation !== 'delete' || study === undefined) return answer;
      for (const instance of archive.remove({ study })) {
        archive.add({ ...instance, bytes: damagePixels(instance.bytes, (pixels) => pixels.fill(0)) });
      }
      return answer;
    },
  }),
};
