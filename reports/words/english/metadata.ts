import type { METADATA } from '../../../lib/breaches/kinds/metadata.ts';
import { attributeName, counted, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { statusTold, typeTold } from './status-told.ts';

const WHOLE_DATA_SET = 'Convert the whole data set; do not filter by a list of known attributes.';
const begins = (found: string) => `${String(found).slice(0, 40)}…`;
const missing = (tag: string) => `What ${attributeName(tag)} says is missing in every viewer that reads metadata.`;
const XML = 'multipart/related of application/dicom+xml';

export const METADATA_ENGLISH: WordsFor<typeof METADATA> = {
  'metadata-not-retrieved': (told, seen) => ({
    headline: `${seen.request} returns no metadata: it is answered ${told.status} instead of 200.`,
    ...statusTold(told, seen),
    effect: 'Viewers that begin with metadata cannot open the images.',
    remedy:
      told.status >= 500
        ? 'Find the error in the log of the server, and answer with the metadata.'
        : 'Serve /metadata below every study, series and instance as application/dicom+json.',
  }),
  'metadata-not-json': ({ type, bytes }, seen) => ({
    headline: `${seen.request} is answered with ${bytes === 0 ? 'no body' : typeTold(type)} instead of DICOM JSON.`,
    expected: 'a body of DICOM JSON',
    observed: bytes === 0 ? 'no body' : `${counted(bytes, 'byte')} of ${typeTold(type)}`,
    effect: 'Viewers that begin with metadata cannot open the images.',
    remedy: 'Answer with the data sets as application/dicom+json.',
  }),
  'metadata-not-a-list': ({ seen: found }, seen) => ({
    headline: `${seen.request} is not answered with an array of data sets: ${begins(found)} stands there.`,
    expected: 'one array at the top with a data set for each instance',
    observed: begins(found),
    effect: 'A client that goes through the array finds no instance.',
    remedy: 'Put one array at the top, with one object for each instance, even where there is only one.',
  }),
  'metadata-lacks-instance': ({ instance, name, count }, seen) => ({
    headline: `${seen.request} leaves out ${name}: none of its ${counted(count, 'data set')} describes it.`,
    expected: `one data set for ${instance}`,
    observed: `none among ${count}`,
    effect: 'A viewer that builds its stack from metadata never shows this image.',
    remedy: 'Return one data set for each instance below the resource.',
  }),
  'metadata-repeats-instance': ({ instance, name, count }, seen) => ({
    headline: `${seen.request} describes ${name} ${count} times instead of once.`,
    expected: `one data set for ${instance}`,
    observed: `${count} of them`,
    effect: 'A viewer shows the image several times, and measures slices at the wrong distance.',
    remedy: 'Make the list of instances free of duplicates.',
  }),
  'metadata-of-foreign-instance': ({ instance }, seen) => ({
    headline: `${seen.request} describes an instance that does not belong to the resource: ${quoted(instance)}.`,
    expected: 'data sets of the instances below the resource, and no other',
    observed: quoted(instance),
    effect: 'A viewer shows an image of another series, study or patient among these.',
    remedy: 'Select by every UID of the path.',
  }),
  'metadata-without-instance-uid': (_, seen) => ({
    headline: `${seen.request} returns a data set without SOPInstanceUID.`,
    expected: 'a data set of an instance of the resource',
    observed: 'a data set without SOPInstanceUID',
    effect: 'A viewer cannot tell which image the data set describes, and cannot load it.',
    remedy: 'Return the data set of each instance, SOPInstanceUID included.',
  }),
  'metadata-lacks-most-attributes': ({ missing, of }, seen) => ({
    headline: `${seen.request} leaves out ${missing} of the ${counted(of, 'attribute')} that the instances have.`,
    expected: `all ${counted(of, 'attribute')}`,
    observed: `${counted(missing, 'attribute')} left out`,
    effect: 'A viewer that builds images from metadata has neither geometry nor pixels, and shows none.',
    remedy: 'Return the whole data set of each instance; a search result has only a few of its attributes.',
  }),
  'metadata-lacks-attribute': ({ tag, vr }, seen) => ({
    headline: `${seen.request} leaves out ${attributeName(tag)}, which the instance has.`,
    expected: `${attributeName(tag)} with vr ${vr}`,
    observed: 'no such attribute',
    effect: missing(tag),
    remedy: WHOLE_DATA_SET,
  }),
  'metadata-lacks-empty-attribute': ({ tag, vr }, seen) => ({
    headline: `${seen.request} leaves out ${attributeName(tag)}, which the instance has without a value.`,
    expected: `${attributeName(tag)} with its vr ${vr} alone`,
    observed: 'no such attribute',
    effect: 'A client cannot tell an attribute that is empty from one that was never there.',
    remedy: 'Write attributes without value with their vr alone.',
  }),
  'metadata-lacks-private-attribute': ({ tag, vr }, seen) => ({
    headline: `${seen.request} leaves out the private attribute ${attributeName(tag)}, which the instance has.`,
    expected: `${attributeName(tag)} with vr ${vr}`,
    observed: 'no such attribute',
    effect: 'Clients that need the private values of a vendor, such as b-values, cannot work from metadata.',
    remedy: 'Write private attributes with their creators; do not filter by the dictionary.',
  }),
  'metadata-lacks-binary-attribute': ({ tag, vr }, seen) => ({
    headline: `${seen.request} leaves out the binary attribute ${attributeName(tag)}, which the instance has.`,
    expected: `${attributeName(tag)} with vr ${vr}, as InlineBinary or BulkDataURI`,
    observed: 'no such attribute',
    effect: missing(tag),
    remedy: 'Write binary attributes as InlineBinary, or as BulkDataURI where they are long.',
  }),
  'metadata-adds-attribute': ({ tag, name }, seen) => ({
    headline: `${seen.request} adds ${attributeName(tag)}, which ${name} does not have.`,
    expected: `no attribute beyond those of ${name}`,
    observed: `${attributeName(tag)} was added`,
    effect: 'A client takes what the archive added for something that the modality recorded.',
    remedy: 'Return the attributes of the stored instance, and no other.',
  }),
  'metadata-has-file-meta': ({ tag }, seen) => ({
    headline: `${seen.request} holds ${attributeName(tag)}, an element of the File Meta Information.`,
    expected: 'no element of group 0002',
    observed: attributeName(tag),
    effect: 'A client that writes metadata back puts file meta elements into a data set, which readers refuse.',
    remedy: 'Leave group 0002 out of metadata; AvailableTransferSyntaxUID tells of the transfer syntax.',
  }),
  'metadata-lacks-pixel-data': ({ tag }, seen) => ({
    headline: `${seen.request} leaves out ${attributeName(tag)} instead of referring to it by BulkDataURI.`,
    expected: `BulkDataURI for ${attributeName(tag)}`,
    observed: 'the attribute is left out',
    effect: 'A client that works from metadata alone does not learn that there is an image, or where.',
    remedy: 'Give pixel data as an attribute with vr and BulkDataURI.',
  }),
  'metadata-holds-pixel-data': ({ tag }, seen) => ({
    headline: `${seen.request} carries ${attributeName(tag)} itself instead of a BulkDataURI for it.`,
    expected: `BulkDataURI for ${attributeName(tag)}`,
    observed: 'the value, or another reference than a string',
    effect: 'Metadata of a large study becomes too large to load, and viewers stall or fail.',
    remedy: 'Give pixel data as an attribute with vr and BulkDataURI.',
  }),
  'xml-refused': (told, seen) => ({
    headline: `${seen.request} is not offered as XML: it is answered ${told.status} instead of 200.`,
    ...statusTold(told, seen),
    effect: 'Clients that read the Native DICOM Model cannot use this resource.',
    remedy: `Offer ${XML}, or say in the conformance statement that only JSON is supported.`,
  }),
  'xml-answered-in-json': ({ type }, seen) => ({
    headline: `${seen.request} is answered as ${typeTold(type)} where only XML was asked for.`,
    expected: XML,
    observed: typeTold(type),
    effect: 'A client that accepts XML alone is given what it cannot read.',
    remedy: `Offer ${XML}, or answer 406.`,
  }),
  'xml-media-type': ({ type }, seen) => ({
    headline: `${seen.request} is answered as ${typeTold(type)} where XML was asked for.`,
    expected: XML,
    observed: typeTold(type),
    effect: 'A client that accepts XML alone is given what it cannot read.',
    remedy: `Answer with ${XML}, one part for each data set.`,
  }),
  'xml-part-count': ({ count, expected }, seen) => ({
    headline: `${seen.request} returns ${counted(count, 'document')} in XML instead of ${expected}.`,
    expected: counted(expected, 'part'),
    observed: counted(count, 'part'),
    effect: 'A client that reads XML sees too few images, or some of them twice.',
    remedy: 'Send one part for each data set.',
  }),
  'xml-lacks-document': ({ uid, parts }, seen) => ({
    headline: `${seen.request} leaves out ${quoted(uid)} in XML: none of its ${counted(parts, 'part')} describes it.`,
    expected: `a document of ${quoted(uid)}`,
    observed: `none among ${counted(parts, 'part')}`,
    effect: 'A client that reads XML never learns of this object.',
    remedy: 'Send one part for each data set, with the same content as in JSON.',
  }),
};
