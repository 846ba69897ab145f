import type { Fault } from '../fault.ts';

export const deleteHidesWhatStays: Fault = {
  id: 'delete-hides-what-stays',
  title: 'finds nothing any more of a study of which a part was deleted',
  operations: ['T18', 'T19'],
  requirements: ['QIDO-001'],
  behaviour: () => {
    const hidden = new Set<string>();
    return {
      async handle(request, archive, next) {
        const { operation, study } = request.route;
        if (operation === 'delete' && study !== undefined) hidden.add(study);
        if (operation !== 'search') return next(request, archive);
        const rest = archive.copy();
        for (const one of hidden) rest.remove({ study: one });
        return next(request, rest);
      },
    };
  },
};
