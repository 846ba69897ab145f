import { changeContentType, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const retrieveTypeParameterUntrue: Fault = {
  id: 'retrieve-type-parameter-untrue',
  title: 'names application/octet-stream in the type parameter though the parts are application/dicom',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-003'],
  behaviour: () =>
    changeContentType(on('retrieve'), (contentType) =>
      contentType.replace('application/dicom', 'application/octet-stream'),
    ),
};
