import { changeFailures } from '../../changes/change-items.ts';
import type { Fault } from '../fault.ts';

export const failureReasonAsString: Fault = {
  id: 'failure-reason-as-string',
  title: 'gives FailureReason as a string',
  operations: ['partial-store', 'refused-store'],
  requirements: ['STOW-019', 'JSON-010'],
  behaviour: () => changeFailures((item) => ({ ...item, '00081197': { vr: 'US', Value: ['272'] } })),
};
