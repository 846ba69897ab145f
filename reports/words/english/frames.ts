import type { FRAMES } from '../../../lib/breaches/kinds/frames.ts';
import { counted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { statusTold, typeTold } from './status-told.ts';

const SCROLLS = 'A viewer that loads frame by frame shows the wrong image to the doctor, or none.';
const FRAME_NATIVE =
  'Cut the frame out of Pixel Data by Rows, Columns, SamplesPerPixel and BitsAllocated, and send just those bytes.';
const OCTETS = 'multipart/related; type="application/octet-stream"';

export const FRAMES_ENGLISH: WordsFor<typeof FRAMES> = {
  'frames-not-retrieved': (told, seen) => ({
    headline: `${seen.request} returns no frame: it is answered ${told.status} instead of 200.`,
    ...statusTold(told, seen),
    effect: 'A viewer that loads frame by frame cannot show the image.',
    remedy:
      told.status >= 500
        ? 'Find the error in the log of the server, and answer with the frames.'
        : `Serve /frames/{list} of every instance with pixel data as ${OCTETS}; the first frame is 1.`,
  }),
  'frames-media-type': ({ type }, seen) => ({
    headline: `${seen.request} is answered as ${typeTold(type)} instead of multipart/related.`,
    expected: OCTETS,
    observed: typeTold(type),
    effect: 'A client that takes the answer apart by its boundary finds no frame in it.',
    remedy: `Send frames as parts of ${OCTETS}; one alone only where a single part was asked for.`,
  }),
  'frame-part-media-type': ({ type }, seen) => ({
    headline: `${seen.request} labels native pixels as ${typeTold(type)} instead of application/octet-stream.`,
    expected: 'a part of type application/octet-stream',
    observed: typeTold(type),
    effect: 'A client picks its decoder by the label and cannot decode the frame.',
    remedy: 'Label a part with what its bytes are: uncompressed pixels are application/octet-stream.',
  }),
  'frames-missing': ({ asked, returned }, seen) => ({
    headline: `${seen.request} returns ${counted(returned, 'part')} where ${counted(asked, 'frame')} ${asked === 1 ? 'was' : 'were'} asked for.`,
    expected: counted(asked, 'part'),
    observed: counted(returned, 'part'),
    effect: 'Images of the run or the volume are missing, and nothing says so.',
    remedy: 'Return one part for each frame of the list, in its order, or refuse the whole list.',
  }),
  'frames-too-many': ({ asked, returned }, seen) => ({
    headline: `${seen.request} returns ${counted(returned, 'part')} where ${counted(asked, 'frame')} ${asked === 1 ? 'was' : 'were'} asked for.`,
    expected: counted(asked, 'part'),
    observed: counted(returned, 'part'),
    effect: 'A client that counts parts puts frames in the wrong place.',
    remedy: 'Return one part for each frame of the list and nothing else.',
  }),
  'frames-counted-otherwise': ({ asked, returned }, seen) => ({
    headline: `${seen.request} returns frame ${returned} where frame ${asked} was asked for.`,
    expected: `frame ${asked}`,
    observed: `frame ${returned}`,
    effect: SCROLLS,
    remedy: 'Count frames from 1: frame 1 is the first one.',
  }),
  'frames-in-another-order': ({ asked, returned }, seen) => ({
    headline: `${seen.request} returns frames in another order: frame ${returned} stands where frame ${asked} was asked for.`,
    expected: `frame ${asked}`,
    observed: `frame ${returned}`,
    effect: SCROLLS,
    remedy: 'Send the parts in the order of the list in the path.',
  }),
  'frame-bytes-changed': ({ frame, name, stored }, seen) => ({
    headline: `${seen.request} returns frame ${frame} of ${name} with other pixels than were stored.`,
    expected: `the ${counted(stored, 'byte')} of the frame`,
    observed: 'as many bytes, of which some differ',
    effect: 'The image that a doctor looks at is not the one that was taken.',
    remedy: 'Return the stored bytes of the frame that was asked for, of the instance in the path, unchanged.',
  }),
  'frame-cut-short': ({ frame, name, stored, returned }, seen) => ({
    headline: `${seen.request} returns ${returned} of the ${counted(stored, 'byte')} of frame ${frame} of ${name}.`,
    expected: counted(stored, 'byte'),
    observed: counted(returned, 'byte'),
    effect: 'The image is cut, sheared or refused by the viewer.',
    remedy: FRAME_NATIVE,
  }),
  'frame-too-long': ({ frame, name, stored, returned }, seen) => ({
    headline: `${seen.request} returns ${counted(returned, 'byte')} for frame ${frame} of ${name}, which has ${stored}.`,
    expected: counted(stored, 'byte'),
    observed: counted(returned, 'byte'),
    effect: 'A viewer takes the size of the frame from its bytes and shows a sheared image, or refuses it.',
    remedy: FRAME_NATIVE,
  }),
  'frame-sent-as-file': ({ frame, name, stored, returned }, seen) => ({
    headline: `${seen.request} returns a whole PS3.10 file instead of the pixels of frame ${frame} of ${name}.`,
    expected: `the ${counted(stored, 'byte')} of the frame`,
    observed: `a file of ${counted(returned, 'byte')}`,
    effect: 'A viewer shows the header of the file as pixels, or refuses it.',
    remedy: 'Send the bytes of the frame alone: no preamble, no header and no other element.',
  }),
  'frame-zero-answered': (told, seen) => ({
    headline: `${seen.request} answers frame 0, which does not exist, with ${told.status} instead of a refusal.`,
    ...statusTold(told, seen),
    effect: 'A client that counts from 0 is given one image for another and never learns of its error.',
    remedy: 'Refuse frame 0 with 400 or 404: frames are counted from 1.',
  }),
  'frame-zero-badly-refused': (told, seen) => ({
    headline: `${seen.request} answers frame 0, which does not exist, with ${told.status} instead of 400 or 404.`,
    ...statusTold(told, seen),
    effect: 'A client cannot tell its own error of numbering from a failure of the server, and tries again.',
    remedy: 'Check the frame numbers before reading, and answer 400 or 404.',
  }),
  'frame-beyond-last-answered': (told, seen) => ({
    headline: `${seen.request} answers a frame beyond the last one with ${told.status} instead of a refusal.`,
    ...statusTold(told, seen),
    effect: 'A client takes what comes for an image of the run that does not exist.',
    remedy: 'Compare frame numbers with NumberOfFrames, and answer 400 or 404 beyond it.',
  }),
  'frame-list-cut-silently': ({ status, asked, returned, last }, seen) => ({
    headline: `${seen.request} with ${asked} frames, of which the last does not exist, is answered ${status} with ${returned} instead of 206 or a refusal.`,
    expected: `400 or 404, or 206 with what there is: the last frame is ${last}`,
    observed: `status ${seen.status ?? status} with ${returned} of ${asked} frames`,
    effect: 'A client that asked for several frames is not told that it has fewer, and may take one for another.',
    remedy:
      'Compare every number of the list with NumberOfFrames, and answer 404, or 206 where you send what there is.',
  }),
  'frame-list-made-up': ({ status, asked, returned, last }, seen) => ({
    headline: `${seen.request} with ${asked} frames, of which the last does not exist, is answered ${status} with ${returned}.`,
    expected: `400 or 404, or 206 with what there is: the last frame is ${last}`,
    observed: `status ${seen.status ?? status} with ${returned} frames`,
    effect: 'A client takes what comes for an image of the run that does not exist.',
    remedy:
      'Compare every number of the list with NumberOfFrames, and answer 404, or 206 where you send what there is.',
  }),
  'frame-list-badly-refused': (told, seen) => ({
    headline: `${seen.request} answers a list of frames that goes beyond the last one with ${told.status} instead of 206, 400 or 404.`,
    ...statusTold(told, seen),
    effect: 'A client cannot tell the end of the run from a failure of the server, and tries again.',
    remedy: 'Compare every number of the list with NumberOfFrames before reading, and answer 400 or 404 beyond it.',
  }),
  'frame-beyond-last-badly-refused': (told, seen) => ({
    headline: `${seen.request} answers a frame beyond the last one with ${told.status} instead of 400 or 404.`,
    ...statusTold(told, seen),
    effect: 'A client cannot tell the end of the run from a failure of the server, and tries again.',
    remedy: 'Compare frame numbers with NumberOfFrames before reading, and answer 400 or 404 beyond it.',
  }),
  'frame-name-answered': (told, seen) => ({
    headline: `${seen.request} answers a frame that is no number with ${told.status} instead of a refusal.`,
    ...statusTold(told, seen),
    effect: 'A client with an error in its path is given some frame and never learns of its error.',
    remedy: 'Refuse with 400 or 404 whatever is no list of numbers from 1 on.',
  }),
  'frame-name-badly-refused': (told, seen) => ({
    headline: `${seen.request} answers a frame that is no number with ${told.status} instead of 400 or 404.`,
    ...statusTold(told, seen),
    effect: 'A client cannot tell its own error in the path from a failure of the server, and tries again.',
    remedy: 'Check that the list holds numbers before reading, and answer 400 or 404.',
  }),
};
