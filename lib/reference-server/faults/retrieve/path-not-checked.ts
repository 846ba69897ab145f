import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const pathNotChecked: Fault = {
  id: 'path-not-checked',
  title: 'finds an instance under any study and series',
  operations: ['other-parent'],
  requirements: ['WADO-RS-019'],
  behaviour: () =>
    changeRequest(on(['retrieve', 'metadata', 'frames'], 'instances'), (request, archive) => {
      const { study, series } = archive.find(request.route.instance ?? '') ?? {};
      return study === undefined || series === undefined
        ? request
        : { ...request, route: { ...request.route, study, series } };
    }),
};
