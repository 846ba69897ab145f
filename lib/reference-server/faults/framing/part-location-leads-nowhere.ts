import { changePartHeaders, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const partLocationLeadsNowhere: Fault = {
  id: 'part-location-leads-nowhere',
  title: 'gives parts a Content-Location under which nothing is found',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-008'],
  behaviour: () =>
    changePartHeaders(on('retrieve'), (headers) =>
      headers.map(
        ([name, value]) =>
          [name, name === 'Content-Location' ? value.replace('/instances/', '/instances/2.25.') : value] as const,
      ),
    ),
};
