import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeResponseAsXml: Fault = {
  id: 'store-response-as-xml',
  title: 'answers in XML though JSON was asked for',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-015'],
  behaviour: () =>
    changeRequest(on('store'), (request) => ({
      ...request,
      headers: { ...request.headers, accept: 'application/dicom+xml' },
    })),
};
