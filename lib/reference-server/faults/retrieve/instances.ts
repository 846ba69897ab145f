import { changeParts, changeReply, changeRequest, on } from '../../changes/answers.ts';
import { withoutHeader } from '../../changes/headers.ts';
import { toSeries, toSibling, toStudy } from '../../changes/other-resource.ts';
import type { Fault } from '../fault.ts';

/** Faults of which instances a retrieve returns. */
export const RETRIEVE_INSTANCES: readonly Fault[] = [
  {
    id: 'retrieve-located-elsewhere',
    title: 'names another study as the Content-Location of what it returns',
    scenarios: ['T04', 'T06', 'T07', 'T08', 'T09', 'T10'],
    requirements: ['COMMON-020'],
    breach: 'location-of-another-resource',
    behaviour: () =>
      changeReply(on(['retrieve', 'metadata']), (reply) => ({
        ...reply,
        headers: [
          ...withoutHeader(reply.headers, 'Content-Location'),
          ['Content-Location', '/dicom-web/studies/2.25.1'],
        ],
      })),
  },
  {
    id: 'study-misses-one',
    title: 'leaves an instance out of a retrieved study',
    scenarios: ['T04'],
    requirements: ['WADO-RS-004'],
    breach: 'instance-missing',
    behaviour: () => changeParts(on('retrieve', 'studies'), (parts) => parts.slice(1)),
  },
  {
    id: 'study-has-one-twice',
    title: 'sends an instance of a retrieved study twice',
    scenarios: ['T04'],
    requirements: ['WADO-RS-004'],
    breach: 'instance-repeated',
    behaviour: () => changeParts(on('retrieve', 'studies'), (parts) => [...parts, ...parts.slice(0, 1)]),
  },
  {
    id: 'study-returns-first-series',
    title: 'sends only the first series of a study',
    scenarios: ['T04'],
    requirements: ['WADO-RS-004'],
    breach: 'instance-missing',
    behaviour: () =>
      changeRequest(on('retrieve', 'studies'), (request, archive) => {
        const [series] = archive.series(request.route.study ?? '').keys();
        return series === undefined ? request : { ...request, route: { ...request.route, series } };
      }),
  },
  {
    id: 'series-returns-study',
    title: 'sends the whole study where a series was asked for',
    scenarios: ['T07'],
    requirements: ['WADO-RS-004', 'WADO-RS-002'],
    breach: 'foreign-instance',
    behaviour: () => changeRequest(on('retrieve', 'series'), toStudy),
  },
  {
    id: 'series-misses-one',
    title: 'leaves an instance out of a retrieved series',
    scenarios: ['T07'],
    requirements: ['WADO-RS-004'],
    breach: 'instance-missing',
    behaviour: () => changeParts(on('retrieve', 'series'), (parts) => parts.slice(1)),
  },
  {
    id: 'instance-returns-series',
    title: 'sends the whole series where an instance was asked for',
    scenarios: ['T09'],
    requirements: ['WADO-RS-003', 'WADO-RS-004'],
    breach: 'instance-with-others',
    behaviour: () => changeRequest(on('retrieve', 'instances'), toSeries),
  },
  {
    id: 'instance-returns-sibling',
    title: 'sends another instance of the series than was asked for',
    scenarios: ['T09'],
    requirements: ['WADO-RS-003', 'WADO-RS-004'],
    breach: 'answer-of-another',
    behaviour: () => changeRequest(on('retrieve', 'instances'), toSibling),
  },
  {
    id: 'path-not-checked',
    title: 'finds an instance in the path of any study and series',
    scenarios: ['other-parent'],
    requirements: ['WADO-RS-019'],
    breach: 'found-below-another-parent',
    behaviour: () =>
      changeRequest(on(['retrieve', 'metadata', 'frames'], 'instances'), (request, archive) => {
        const { study, series } = archive.find(request.route.instance ?? '') ?? {};
        return study === undefined || series === undefined
          ? request
          : { ...request, route: { ...request.route, study, series } };
      }),
  },
];
