import { changePartHeaders, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const frameTypeContradictsSyntax: Fault = {
  id: 'frame-type-contradicts-syntax',
  title: 'labels native frames as octets in the transfer syntax JPEG Baseline',
  operations: ['T11'],
  requirements: ['WADO-RS-048', 'COMMON-021'],
  behaviour: () =>
    changePartHeaders(on('frames'), (headers) =>
      headers.map(([name, value]) => [name, value.replace('1.2.840.10008.1.2.1', '1.2.840.10008.1.2.4.50')] as const),
    ),
};
