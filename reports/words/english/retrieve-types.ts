import type { RETRIEVE_TYPES } from '../../../lib/breaches/kinds/retrieve-types.ts';
import { transferSyntaxName } from '../../../lib/dicom/transfer-syntax-name.ts';
import { either } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { statusTold, typeTold } from './status-told.ts';

const syntax = (uid: string | null) => (uid === null ? 'an unknown transfer syntax' : transferSyntaxName(String(uid)));
const NATIVE = 'Explicit VR Little Endian';

export const RETRIEVE_TYPES_ENGLISH: WordsFor<typeof RETRIEVE_TYPES> = {
  'single-part-badly-refused': (told, seen) => ({
    headline: `${seen.request} with Accept: application/dicom is answered ${told.status} instead of ${either(told.expected)}.`,
    ...statusTold(told, seen),
    effect: 'A client that asks for one instance without multipart takes the refusal for an error of its request.',
    remedy: 'Return the instance as application/dicom, or answer 406 where that is not supported.',
  }),
  'single-part-answered-otherwise': ({ type }, seen) => ({
    headline: `${seen.request} is answered as ${typeTold(type)} where only application/dicom was asked for.`,
    expected: 'application/dicom',
    observed: typeTold(type),
    effect: 'A client that cannot take multipart apart gets what it did not ask for.',
    remedy: 'Return the instance as application/dicom, or answer 406 where that is not supported.',
  }),
  'several-answered-as-one': (told, seen) => ({
    headline: `${seen.request} returns one instance alone for a resource that has several, instead of ${either(told.expected)}.`,
    ...statusTold(told, seen),
    effect: 'A client takes that instance for the whole study or series and never sees the others.',
    remedy: 'Answer 406 to application/dicom for a study or series; it is multipart/related only.',
  }),
  'several-as-single-part-not-refused': (told, seen) => ({
    headline: `${seen.request} with Accept: application/dicom is answered ${told.status} instead of ${either(told.expected)}.`,
    ...statusTold(told, seen),
    effect: 'A client that asked for one file gets something else, and may not be able to read it.',
    remedy: 'Answer 406 to application/dicom for a study or series; it is multipart/related only.',
  }),
  'anything-refused': (told, seen) => ({
    headline: `${seen.request} with Accept: */* is answered ${told.status} instead of ${either(told.expected)}.`,
    ...statusTold(told, seen),
    effect: 'Clients that name no type, such as browsers and command line tools, get nothing.',
    remedy: 'Make multipart/related; type="application/dicom" the default of these resources.',
  }),
  'anything-answered-otherwise': ({ type }, seen) => ({
    headline: `${seen.request} with Accept: */* is answered as ${typeTold(type)} instead of multipart/related of application/dicom.`,
    expected: 'multipart/related of application/dicom',
    observed: typeTold(type),
    effect: 'Clients that rely on the default cannot read the answer.',
    remedy: 'Make multipart/related; type="application/dicom" the default of these resources.',
  }),
  'default-transfer-syntax-refused': (told, seen) => ({
    headline: `${seen.request} without a transfer-syntax parameter is answered ${told.status} instead of ${either(told.expected)}.`,
    ...statusTold(told, seen),
    effect: 'A client that names no transfer syntax gets no image.',
    remedy: `Serve ${NATIVE} where no transfer syntax is named.`,
  }),
  'any-transfer-syntax-refused': (told, seen) => ({
    headline: `${seen.request} with transfer-syntax=* is answered ${told.status} instead of ${either(told.expected)}.`,
    ...statusTold(told, seen),
    effect: 'Archives that copy instances as they are stored get none.',
    remedy: 'Accept * as a value of transfer-syntax, and return what is stored.',
  }),
  'forbidden-transfer-syntax': ({ returned }, seen) => ({
    headline: `${seen.request} returns instances in ${syntax(returned)}, which web services may not use.`,
    expected: 'a transfer syntax that web services may use',
    observed: syntax(returned),
    effect: 'Web clients have no reader for it, and the image cannot be opened.',
    remedy: `Convert to ${NATIVE} before sending.`,
  }),
  'default-transfer-syntax-not-used': ({ returned }, seen) => ({
    headline: `${seen.request} returns ${syntax(returned)} where no transfer syntax was asked for.`,
    expected: NATIVE,
    observed: syntax(returned),
    effect: 'A client without a decoder for it cannot show the image.',
    remedy: `Convert to ${NATIVE} where no transfer syntax was asked for.`,
  }),
  'asked-transfer-syntax-not-used': ({ returned, asked }, seen) => ({
    headline: `${seen.request} returns ${syntax(returned)} where ${either([asked ?? []].flat().map(syntax))} was asked for.`,
    expected: `transfer syntax ${either([asked ?? []].flat().map(syntax))}`,
    observed: syntax(returned),
    effect: 'A client without a decoder for it cannot show the image.',
    remedy: 'Return a transfer syntax that was asked for, or answer 406.',
  }),
  'recompressed-with-loss': ({ returned, stored }, seen) => ({
    headline: `${seen.request} returns ${syntax(returned)}, which loses pixels, for an instance stored in ${syntax(stored)}.`,
    expected: 'a form that keeps every pixel',
    observed: syntax(returned),
    effect: 'The image that a doctor looks at is not the one that was taken, and nothing tells of it.',
    remedy: 'Return a lossless form unless a lossy one was asked for by name.',
  }),
  'part-transfer-syntax-unlisted': ({ type, transferSyntax }, seen) => ({
    headline: `${seen.request} labels a part as ${type} in ${syntax(transferSyntax)}, which do not belong together.`,
    expected: `a transfer syntax of ${type}`,
    observed: syntax(transferSyntax),
    effect: 'A client picks its decoder by one of the two and cannot decode the part.',
    remedy: 'Use a pair of Table 8.7.3-5, as the bytes are encoded.',
  }),
};
