import { on, type Selector } from '../../changes/answers.ts';
import { dropParameters } from '../../changes/query.ts';
import { refuse } from '../../changes/refuse.ts';
import type { Fault } from '../fault.ts';

/** Searches with a parameter of that name. */
function withParameter(name: string): Selector {
  return (request) => on('search')(request) && request.query.some(([given]) => given === name);
}

/** Faults in parameters that a server need not support. */
export const SEARCH_TOLERANCE: readonly Fault[] = [
  {
    id: 'parameter-in-capitals-fails',
    title: 'answers 500 to a parameter in capital letters',
    scenarios: ['further-parameters'],
    requirements: ['COMMON-005'],
    breach: 'search-fails-on-parameter',
    behaviour: () => refuse(withParameter('LIMIT'), 500, 'failed'),
  },
  {
    id: 'unknown-attribute-fails',
    title: 'answers 500 to a parameter that is no attribute of the dictionary',
    scenarios: ['further-parameters'],
    requirements: ['QIDO-052'],
    breach: 'search-fails-on-parameter',
    behaviour: () => refuse(withParameter('NotADicomKeyword'), 500, 'failed'),
  },
  {
    id: 'empty-value-matching-refused',
    title: 'answers 400 to emptyvaluematching',
    scenarios: ['further-parameters'],
    requirements: ['QIDO-056'],
    breach: 'search-fails-on-parameter',
    behaviour: () => refuse(withParameter('emptyvaluematching'), 400, 'not known'),
  },
  {
    id: 'multiple-value-matching-refused',
    title: 'answers 400 to multiplevaluematching',
    scenarios: ['further-parameters'],
    requirements: ['QIDO-056'],
    breach: 'search-fails-on-parameter',
    behaviour: () => refuse(withParameter('multiplevaluematching'), 400, 'not known'),
  },
  {
    id: 'empty-value-matching-ignored-silently',
    title: 'ignores emptyvaluematching without a Warning',
    scenarios: ['further-parameters'],
    requirements: ['QIDO-056'],
    breach: 'matching-parameter-ignored-silently',
    behaviour: () => dropParameters(['emptyvaluematching']),
  },
  {
    id: 'time-zone-of-search-fails',
    title: 'answers 500 to TimezoneOffsetFromUTC as a key',
    scenarios: ['further-parameters'],
    requirements: ['QIDO-067'],
    breach: 'search-fails-on-parameter',
    behaviour: () => refuse(withParameter('TimezoneOffsetFromUTC'), 500, 'failed'),
  },
  {
    id: 'attribute-path-fails',
    title: 'answers 500 to a key that leads below an attribute which is no sequence',
    scenarios: ['further-parameters'],
    requirements: ['QIDO-008', 'COMMON-029'],
    breach: 'bad-key-not-refused',
    behaviour: () => refuse(withParameter('PatientName.PatientID'), 500, 'failed'),
  },
];
