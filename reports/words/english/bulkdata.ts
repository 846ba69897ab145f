import type { BULK_DATA } from '../../../lib/breaches/kinds/bulkdata.ts';
import { attributeName, counted } from '../quote.ts';
import type { SeenIn, WordsFor } from '../telling.ts';
import { statusTold, typeTold } from './status-told.ts';

const route = ({ request }: SeenIn) => (request.includes('/') ? `: ${request}` : '');
const OCTETS = 'multipart/related; type="application/octet-stream"';

export const BULK_DATA_ENGLISH: WordsFor<typeof BULK_DATA> = {
  'bulkdata-not-retrieved': (told, seen) => ({
    headline: `A BulkDataURI that the server handed out is answered ${told.status} instead of 200${route(seen)}.`,
    ...statusTold(told, seen),
    effect: 'A viewer that reads metadata cannot load the pixels or values that it refers to.',
    remedy: 'Serve each BulkDataURI that metadata hands out, and build it from the base URL that clients use.',
  }),
  'bulkdata-octets-refused': (told, seen) => ({
    headline: `${seen.request} is not served as application/octet-stream: it is answered ${told.status} instead of 200.`,
    ...statusTold(told, seen),
    effect: 'A client without a decoder for other types cannot load the value.',
    remedy: `Offer each BulkDataURI as ${OCTETS}.`,
  }),
  'bulkdata-media-type': ({ type }, seen) => ({
    headline: `${seen.request} returns bulk data as ${typeTold(type)} instead of multipart/related.`,
    expected: OCTETS,
    observed: typeTold(type),
    effect: 'A client that takes the answer apart by its boundary finds no value in it.',
    remedy: `Answer with ${OCTETS} where that was asked for.`,
  }),
  'bulkdata-part-media-type': ({ type }, seen) => ({
    headline: `${seen.request} returns a part of ${typeTold(type)} where application/octet-stream was asked for.`,
    expected: 'a part of type application/octet-stream',
    observed: typeTold(type),
    effect: 'A client without a decoder for that type cannot load the value.',
    remedy: 'Send uncompressed values as application/octet-stream, and label each part so.',
  }),
  'bulkdata-parts': ({ tag, path, name, parts }, seen) => ({
    headline: `${seen.request} returns ${counted(parts, 'part')} for ${attributeName(tag)} of ${name} instead of one value.`,
    expected: `one value for ${path}`,
    observed: counted(parts, 'part'),
    effect: 'A client takes the first part for the whole value, or finds none.',
    remedy: 'Return the value of the element as one part; only encapsulated frames may come as one part each.',
  }),
  'bulkdata-bytes-changed': ({ tag, path, name, stored, returned }, seen) => ({
    headline: `${seen.request} returns other bytes than ${attributeName(tag)} of ${name} has.`,
    expected: `the ${counted(stored, 'byte')} of ${path}`,
    observed: stored === returned ? 'as many bytes, of which some differ' : `${counted(returned, 'byte')} that differ`,
    effect: 'A viewer that reads metadata shows pixels or values that were not stored, or those of another image.',
    remedy: 'Return the stored value of the element that the reference stands for, in little endian.',
  }),
};
