import { storedOtherwise } from '../changes/stored-otherwise.ts';
import { coerced } from './coerces-patient-id.ts';
import type { OddServer } from './odd-server.ts';

/** The original has to be in the object; what the response says of it is the server's choice. */
export const coercesInSilence: OddServer = {
  id: 'coerces-in-silence',
  title: 'coerces PatientID, keeps the original in the object and answers 200 without a warning (PS3.18 §10.5.2)',
  behaviour: () => storedOtherwise(coerced, null),
};
