import { changeDataSets, on } from '../../changes/answers.ts';
import { datesWithDashes } from '../../changes/dates-with-dashes.ts';
import type { Fault } from '../fault.ts';

export const metadataDateWithDashes: Fault = {
  id: 'metadata-date-with-dashes',
  title: 'writes dates as 2020-09-22',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-022'],
  behaviour: () => changeDataSets(on('metadata'), datesWithDashes),
};
