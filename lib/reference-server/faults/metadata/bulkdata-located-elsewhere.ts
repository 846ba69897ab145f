import { changePartHeaders, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const bulkdataLocatedElsewhere: Fault = {
  id: 'bulkdata-located-elsewhere',
  title: 'sends bulk data with the Content-Location of another instance',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['MP-008'],
  behaviour: () =>
    changePartHeaders(on('bulkdata'), (headers) =>
      headers.map(
        ([name, value]) =>
          [name, name === 'Content-Location' ? value.replace('/instances/', '/instances/2.25.') : value] as const,
      ),
    ),
};
