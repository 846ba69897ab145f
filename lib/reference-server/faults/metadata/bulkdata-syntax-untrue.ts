import { changePartHeaders, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const bulkdataSyntaxUntrue: Fault = {
  id: 'bulkdata-syntax-untrue',
  title: 'labels native bulk data with the transfer syntax of JPEG',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-048'],
  behaviour: () =>
    changePartHeaders(on('bulkdata'), (headers) =>
      headers.map(
        ([name, value]) =>
          [name, name === 'Content-Type' ? `${value}; transfer-syntax=1.2.840.10008.1.2.4.50` : value] as const,
      ),
    ),
};
