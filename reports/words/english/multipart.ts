import type { MULTIPART } from '../../../lib/breaches/kinds/multipart.ts';
import { counted, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';

const NOT_SPLIT = 'A client cannot take the body apart: not one of the images in it can be opened.';
const BY_GRAMMAR = 'Write CRLF, two dashes and the boundary before each part, and two dashes more after the last.';

/** Where a line feed stands without its carriage return. */
const PLACES: Readonly<Record<string, string>> = {
  'before-delimiter': 'before a delimiter',
  'after-delimiter': 'after a delimiter',
  'part-headers': 'in the header fields of a part',
};

export const MULTIPART_ENGLISH: WordsFor<typeof MULTIPART> = {
  'multipart-labelled-otherwise': ({ type }, seen) => ({
    headline: `${seen.request} is answered with ${type === null ? 'no Content-Type' : `Content-Type ${quoted(type)}`} instead of multipart/related.`,
    expected: 'multipart/related',
    observed: type === null ? 'no Content-Type' : quoted(type),
    effect: 'A client that asked for multipart/related does not split the answer, and opens none of its images.',
    remedy: 'Label a multipart answer multipart/related; answer 406 where it cannot be produced.',
  }),
  'multipart-without-boundary': ({ type }, seen) => ({
    headline: `${seen.request} is answered with a Content-Type without boundary: ${quoted(type)}.`,
    expected: 'a boundary parameter',
    observed: quoted(type),
    effect: NOT_SPLIT,
    remedy: 'Name the boundary that the body uses in the boundary parameter of Content-Type.',
  }),
  'multipart-without-type': ({ type }, seen) => ({
    headline: `${seen.request} is answered with a Content-Type without the type parameter: ${quoted(type)}.`,
    expected: 'a type parameter',
    observed: quoted(type),
    effect: 'A client that decides by the type parameter does not know what the parts are.',
    remedy: 'Write the media type of the first part as type="…" into Content-Type.',
  }),
  'multipart-type-untrue': ({ announced, actual }, seen) => ({
    headline: `${seen.request} announces parts of type ${announced}, but its root part is ${actual === null ? 'without Content-Type' : quoted(actual)}.`,
    expected: `a root part of type ${quoted(announced)}`,
    observed: actual === null ? 'no Content-Type' : quoted(actual),
    effect: 'A client that decides by the type parameter reads the parts as something else.',
    remedy: 'Take the type parameter from the Content-Type of the first part.',
  }),
  'multipart-boundary-nowhere': ({ boundary, bytes }, seen) => ({
    headline: `${seen.request} names a boundary that is nowhere in its body of ${counted(bytes, 'byte')}.`,
    expected: `a line --${boundary} before each part`,
    observed: 'no such line',
    effect: NOT_SPLIT,
    remedy: 'Use the boundary of Content-Type in the body; look at what a proxy or framework replaces.',
  }),
  'multipart-without-part': ({ bytes }, seen) => ({
    headline: `${seen.request} is answered with a multipart body without any part.`,
    expected: 'at least one part',
    observed: `the closing delimiter alone, in ${counted(bytes, 'byte')}`,
    effect: 'A client takes the resource for empty, and shows no image.',
    remedy: 'Answer 404 where nothing is stored; send one part for each instance or frame otherwise.',
  }),
  'multipart-not-closed': ({ bytes }, seen) => ({
    headline: `${seen.request} ends without the closing delimiter, after ${counted(bytes, 'byte')}.`,
    expected: 'the closing delimiter, with two dashes behind the boundary',
    observed: 'the body ends without it',
    effect: 'A client cannot tell the answer from one that was cut off: strict ones refuse all of it.',
    remedy: 'Write the boundary with two dashes before and behind it after the last part.',
  }),
  'multipart-delimiter-cut': (_, seen) => ({
    headline: `${seen.request} ends in the middle of a delimiter line.`,
    expected: 'a whole delimiter line',
    observed: 'the body ends within it',
    effect: 'A client cannot tell the answer from one that was cut off: strict ones refuse all of it.',
    remedy: 'Write the closing delimiter whole: two dashes, the boundary, two dashes.',
  }),
  'multipart-bare-line-feed': ({ place }, seen) => ({
    headline: `${seen.request} has a line feed without carriage return ${PLACES[place] ?? ''} instead of CRLF.`,
    expected: 'CRLF at the end of each line',
    observed: `LF alone ${PLACES[place] ?? ''}`,
    effect: 'Strict clients do not find the parts, and open none of the images.',
    remedy: 'End delimiter lines and header lines of parts with CRLF (RFC 2046 §5.1.1).',
  }),
  'multipart-delimiter-within-line': (_, seen) => ({
    headline: `${seen.request} has a delimiter that does not begin a line: CRLF is missing before it.`,
    expected: 'CRLF before the delimiter',
    observed: 'other bytes before it',
    effect: NOT_SPLIT,
    remedy: BY_GRAMMAR,
  }),
  'multipart-text-after-boundary': (_, seen) => ({
    headline: `${seen.request} has a delimiter line with something else behind the boundary.`,
    expected: 'CRLF behind the boundary',
    observed: 'other bytes behind it',
    effect: NOT_SPLIT,
    remedy: BY_GRAMMAR,
  }),
  'multipart-boundary-in-part': (_, seen) => ({
    headline: `${seen.request} has a line within a part that begins like its boundary.`,
    expected: 'no line of a part that begins like the boundary',
    observed: 'such a line',
    effect: 'A client cuts the part there: the image is damaged, and the rest is read as another part.',
    remedy: 'Choose a random boundary that does not occur in any part.',
  }),
  'multipart-part-before-first-delimiter': (_, seen) => ({
    headline: `${seen.request} has a part before the first delimiter, where no reader looks for one.`,
    expected: 'no part before the first delimiter',
    observed: 'header fields of a part',
    effect: 'Clients skip that part: an image is missing.',
    remedy: 'Write the delimiter before the first part as well.',
  }),
  'multipart-delimiter-after-close': (_, seen) => ({
    headline: `${seen.request} goes on with another delimiter after the closing one, where no reader looks for a part.`,
    expected: 'nothing to read after the closing delimiter',
    observed: 'another delimiter',
    effect: 'Clients skip the parts after the closing delimiter: images are missing.',
    remedy: 'Write the closing delimiter once, after the last part.',
  }),
  'boundary-illegal': ({ boundary, length }, seen) => ({
    headline: `${seen.request} has a boundary that is not legal: ${counted(length, 'character')}, ${quoted(boundary)}.`,
    expected: '1 to 70 characters of those that RFC 2046 §5.1.1 permits, no space at the end',
    observed: `${counted(length, 'character')}: ${quoted(boundary)}`,
    effect: 'Strict clients refuse the answer, and open none of its images.',
    remedy: 'Make boundaries of at most 70 letters, digits and hyphens.',
  }),
  'boundary-not-quoted': ({ boundary }, seen) => ({
    headline: `${seen.request} has a boundary with special characters and without quotation marks: ${quoted(boundary)}.`,
    expected: 'quotation marks around a boundary that is no token',
    observed: quoted(boundary),
    effect: 'Strict clients read the boundary up to the first special character, and find no part.',
    remedy: 'Write the boundary in quotation marks, or make it of letters, digits and hyphens.',
  }),
};
