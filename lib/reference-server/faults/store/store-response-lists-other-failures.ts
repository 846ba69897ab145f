import { changeDataSets, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeResponseListsOtherFailures: Fault = {
  id: 'store-response-lists-other-failures',
  title: 'tells of a failure where everything was stored',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-025'],
  behaviour: () =>
    changeDataSets(on('store'), (module) => ({
      ...module,
      '0008119A': { vr: 'SQ', Value: [{ '00081197': { vr: 'US', Value: [272] } }] },
    })),
};
