import { changeReply, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const retrieveLocatedElsewhere: Fault = {
  id: 'retrieve-located-elsewhere',
  title: 'names another study as the Content-Location of what it returns',
  operations: ['T04', 'T06', 'T07', 'T08', 'T09', 'T10'],
  requirements: ['COMMON-020'],
  behaviour: () =>
    changeReply(on(['retrieve', 'metadata']), (reply) => ({
      ...reply,
      headers: [
        ...reply.headers.filter(([name]) => name !== 'Content-Location'),
        ['Content-Location', '/dicom-web/studies/2.25.1'],
      ],
    })),
};
