import { changeContentType, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataCharsetRepeated: Fault = {
  id: 'metadata-charset-repeated',
  title: 'gives two charset parameters in the Content-Type of metadata',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['COMMON-021'],
  behaviour: () => changeContentType(on('metadata'), () => 'application/dicom+json; charset=utf-8; charset=iso-8859-1'),
};
