import { Archive } from '../../archive.ts';
import type { Fault } from '../fault.ts';

export const deletedInstanceStaysInStudy: Fault = {
  id: 'deleted-instance-stays-in-study',
  title: 'still sends a deleted instance with the rest of its study',
  operations: ['T18', 'T19'],
  requirements: ['DELETE-005', 'WADO-RS-004'],
  behaviour: () => {
    const everything = new Archive();
    return {
      async handle(request, archive, next) {
        const { operation, level, study } = request.route;
        if (operation === 'delete') for (const instance of archive.select()) everything.add(instance);
        const isWhole = operation === 'retrieve' && level === 'studies';
        const isHeld = study !== undefined && archive.select({ study }).length > 0;
        if (!isWhole || !isHeld) return next(request, archive);
        for (const instance of archive.select()) everything.add(instance);
        return next(request, everything);
      },
    };
  },
};
