import { changeDataSets, on } from '../../changes/answers.ts';
import { datesWithDashes } from '../../changes/dates-with-dashes.ts';
import type { Fault } from '../fault.ts';

export const searchDateWithDashes: Fault = {
  id: 'search-date-with-dashes',
  title: 'writes dates of results as 2020-09-22',
  operations: ['T12', 'T13', 'T15'],
  requirements: ['JSON-022'],
  behaviour: () => changeDataSets(on('search'), datesWithDashes),
};
