import type { StoredInstance } from '../../../lib/dicom/instance.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { matches } from '../../duties/matches.ts';
import { studyPlaces } from '../../duties/places.ts';
import { storedValue } from '../../steps/stored-values.ts';
import { onData } from '../on-data.ts';

const NO_TEXT = 'NO-SUCH-VALUE';
const PATIENT_NAME = '00100010';

/** PS3.4 §C.2.2.3: one of several values is enough. */
const ONE_OF_SEVERAL = onData(
  'ct',
  matches({
    id: 'one-of-several-values',
    title: 'finds a study by each of its modalities',
    requirement: 'QIDO-050',
    places: studyPlaces,
    keys: (stored) =>
      [...new Set(stored.map((one) => storedValue(one, '00080060')))].map((modality) => ({
        key: `ModalitiesInStudy=${modality}`,
        found: [['ModalitiesInStudy', modality]],
        notFound: [['ModalitiesInStudy', 'ZZ']],
        selects: () => true,
      })),
  }),
);

/** RFC 3986 §2.1: names beyond ASCII, percent-encoded as UTF-8, of studies that were stored in other character sets. */
const ALPHABETS = ['latin', 'cyrillic'].map((alphabet) =>
  onData(
    'names',
    matches({
      id: 'alphabet',
      title: 'finds a study by a name beyond ASCII',
      requirement: 'COMMON-006',
      places: studyPlaces,
      keys(stored) {
        const name = stored[0] ? storedValue(stored[0], PATIENT_NAME) : '';
        if (name === '') return [];
        return [
          {
            key: 'PatientName, percent-encoded',
            found: [['PatientName', name]],
            notFound: [['PatientName', `${name.slice(0, 1)}Ж${NO_TEXT}`]],
            selects: (one: StoredInstance) => storedValue(one, PATIENT_NAME) === name,
          },
        ];
      },
    }),
    alphabet,
    (instances) => instances.filter(({ name }) => name === alphabet),
  ),
);

/** Searches by keys that only the named data sets have values of. */
export const KEYS_OF_DATA: readonly Scenario[] = [ONE_OF_SEVERAL, ...ALPHABETS];
