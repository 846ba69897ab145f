import type { RETRIEVE } from '../../../lib/breaches/kinds/retrieve.ts';
import { counted, either, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { statusTold, typeTold } from './status-told.ts';

const DICOM = 'multipart/related; type="application/dicom"';
const BY_PATH = 'Select by every UID of the path, and by them alone.';
const WAITS = 'A client cannot tell what is not there from a failure or from an empty study, and waits or tries again.';

export const RETRIEVE_ENGLISH: WordsFor<typeof RETRIEVE> = {
  'instances-not-retrieved': (told, seen) => ({
    headline: `${seen.request} returns no instance: it is answered ${told.status} instead of 200.`,
    ...statusTold(told, seen),
    effect: 'Viewers and other archives cannot get the images.',
    remedy:
      told.status >= 500
        ? `Find the error in the log of the server, and answer with the instances as ${DICOM}.`
        : `Answer 200 with the instances as ${DICOM}.`,
  }),
  'instances-media-type': ({ type }, seen) => ({
    headline: `${seen.request} is answered as ${typeTold(type)} instead of ${DICOM}.`,
    expected: DICOM,
    observed: typeTold(type),
    effect: 'A client that takes the answer apart by its boundary finds no instance in it.',
    remedy: `Send instances as ${DICOM} with its boundary.`,
  }),
  'instance-part-media-type': ({ type }, seen) => ({
    headline: `${seen.request} returns a part of ${typeTold(type)} instead of application/dicom.`,
    expected: 'a part of type application/dicom',
    observed: typeTold(type),
    effect: 'A client that picks parts by their type skips the instance.',
    remedy: 'Give each part Content-Type: application/dicom.',
  }),
  'retrieve-empty': ({ level }, seen) => ({
    headline: `${seen.request} is answered with success and holds no instance of the ${level}.`,
    expected: `the instances of the ${level}`,
    observed: 'no application/dicom part',
    effect: 'A client takes the study for empty, and nobody looks at its images.',
    remedy: 'Return the instances that are stored, or an error where that fails.',
  }),
  'retrieve-unreadable': ({ level, parts }, seen) => ({
    headline: `${seen.request} returns ${counted(parts, 'part')} that cannot be read as an instance.`,
    expected: `instances of the ${level}`,
    observed: `${counted(parts, 'part')} without a readable SOP Instance UID`,
    effect: 'Viewers cannot open what they were given.',
    remedy: 'Send each application/dicom part as a whole PS3.10 file.',
  }),
  'instance-missing': ({ instance, name }, seen) => ({
    headline: `${seen.request} leaves out ${name}, which belongs to it.`,
    expected: `instance ${instance}`,
    observed: 'no part with it',
    effect: 'A doctor does not see this image and is not told that one is missing; a migration loses it.',
    remedy: 'Return every instance below the resource, or an error; never a part of it as success.',
  }),
  'foreign-instance': ({ instance }, seen) => ({
    headline: `${seen.request} returns an instance that was not asked for: ${quoted(instance)}.`,
    expected: 'the instances of the path and no other',
    observed: `instance ${quoted(instance)}`,
    effect: 'An image of another series, study or patient is shown as one of these.',
    remedy: BY_PATH,
  }),
  'instance-repeated': ({ instance }, seen) => ({
    headline: `${seen.request} returns an instance more than once: ${quoted(instance)}.`,
    expected: 'each instance once',
    observed: `${quoted(instance)} once more`,
    effect: 'A viewer shows the image twice, and an archive stores it twice.',
    remedy: 'Make the list of instances free of duplicates.',
  }),
  'instance-with-others': ({ instance, count }, seen) => ({
    headline: `${seen.request} returns ${counted(count, 'instance')} where one was asked for.`,
    expected: `instance ${instance} alone`,
    observed: counted(count, 'instance'),
    effect: 'A client that takes the first part shows another image than the one that was asked for.',
    remedy: 'Select by the SOP Instance UID of the path too.',
  }),
  'unknown-resource-success': (told, seen) => ({
    headline: `${seen.request} answers ${told.status} for what is not stored instead of ${either(told.expected)}.`,
    ...statusTold(told, seen),
    effect: WAITS,
    remedy: 'Answer 404 where nothing is stored under the path, or 410 for what is known to be deleted.',
  }),
  'unknown-resource-badly-refused': (told, seen) => ({
    headline: `${seen.request} answers ${told.status} for what is not stored instead of ${either(told.expected)}.`,
    ...statusTold(told, seen),
    effect: WAITS,
    remedy: 'Look the resource up before reading it, and answer 404 where there is none.',
  }),
  'found-below-another-parent': (told, seen) => ({
    headline: `${seen.request} finds an object below a study or series that it does not belong to.`,
    ...statusTold(told, seen),
    effect: 'A path that mixes two studies puts an image under the wrong patient.',
    remedy: 'Check every UID of the path, not only the last one.',
  }),
  'nothing-below-another-parent-success': (told, seen) => ({
    headline: `${seen.request} answers ${told.status} with nothing for a path that does not exist, instead of ${either(told.expected)}.`,
    ...statusTold(told, seen),
    effect: WAITS,
    remedy: 'Answer 404 where the object does not belong to the parents in the path.',
  }),
  'another-parent-badly-refused': (told, seen) => ({
    headline: `${seen.request} answers ${told.status} for an object below another parent instead of ${either(told.expected)}.`,
    ...statusTold(told, seen),
    effect: WAITS,
    remedy: 'Answer 404 where the object does not belong to the parents in the path.',
  }),
  'retrieve-url-dead': (told, seen) => ({
    headline: `${seen.request}, a RetrieveURL that the server handed out, is answered ${told.status} instead of 200.`,
    ...statusTold(told, seen),
    effect: 'A client that follows the link from a search or a store shows nothing.',
    remedy: 'Build RetrieveURL from the public base URL of the service and the UIDs of the object.',
  }),
  'retrieve-url-leads-elsewhere': ({ url, instance }, seen) => ({
    headline: `${seen.request}, a RetrieveURL that the server handed out, leads to another instance: ${quoted(instance)}.`,
    expected: `what ${quoted(url)} stands for`,
    observed: `instance ${quoted(instance)}`,
    effect: 'A viewer that follows the link shows another image than the one that was listed.',
    remedy: 'Build each RetrieveURL from the UIDs of the object that it stands beside.',
  }),
  'retrieve-url-unreadable': ({ url }, seen) => ({
    headline: `${seen.request}, a RetrieveURL that the server handed out, leads to a part that cannot be read.`,
    expected: `what ${quoted(url)} stands for`,
    observed: 'a part that cannot be read as an instance',
    effect: 'A viewer that follows the link cannot open what it is given.',
    remedy: 'Send each application/dicom part as a whole PS3.10 file.',
  }),
  'retrieve-url-empty': ({ url }, seen) => ({
    headline: `${seen.request}, a RetrieveURL that the server handed out, leads to none of the instances that it stands for.`,
    expected: `an instance under ${quoted(url)}`,
    observed: 'none of those it stands for',
    effect: 'A client that follows the link from a search or a store shows nothing.',
    remedy: 'Let RetrieveURL lead to the study, series or instance that it stands beside.',
  }),
};
