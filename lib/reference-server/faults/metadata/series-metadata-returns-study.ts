import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const seriesMetadataReturnsStudy: Fault = {
  id: 'series-metadata-returns-study',
  title: 'sends the metadata of the study where a series was asked for',
  operations: ['T08'],
  requirements: ['WADO-RS-030'],
  behaviour: () =>
    changeRequest(on('metadata', 'series'), ({ route: { series: _, ...route }, ...request }) => ({
      ...request,
      route,
    })),
};
