import { changeFailures } from '../../changes/change-items.ts';
import type { Fault } from '../fault.ts';

export const failureReasonZero: Fault = {
  id: 'failure-reason-zero',
  title: 'gives FailureReason 0 for failed items',
  operations: ['partial-store', 'refused-store'],
  requirements: ['STOW-019'],
  behaviour: () => changeFailures((item) => ({ ...item, '00081197': { vr: 'US', Value: [0] } })),
};
