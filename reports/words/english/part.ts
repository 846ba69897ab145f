import type { PART } from '../../../lib/breaches/kinds/part.ts';
import { counted, either, listed, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';

const LOST_COPY = 'A sender that is told of success frees its own copy: the image exists nowhere then.';
const OTHER_IMAGE = 'A client that keeps images by their location shows the wrong image.';

export const PART_ENGLISH: WordsFor<typeof PART> = {
  'part-headers-malformed': ({ message }, seen) => ({
    headline: `${seen.request} has a part whose header fields cannot be read: ${message}.`,
    expected: 'header fields of one CRLF-ended line each, and an empty line after them',
    observed: String(message),
    effect: 'A client does not know where the content of the part begins, and damages the image or skips it.',
    remedy: 'Write each field of a part as Name: value and CRLF, and an empty line before the content.',
  }),
  'part-header-folded': ({ message }, seen) => ({
    headline: `${seen.request} has a header field of a part on several lines: ${message}.`,
    expected: 'header fields of one line each',
    observed: String(message),
    effect: 'Clients that know HTTP fields only read the second line as a field of its own, or refuse the part.',
    remedy: 'Write each header field of a part on one line.',
  }),
  'part-without-type': (_, seen) => ({
    headline: `${seen.request} has a part without Content-Type.`,
    expected: 'one Content-Type field with a single-part media type',
    observed: 'none',
    effect: 'By the rules of MIME the part is plain text: clients skip it, and the image is missing.',
    remedy: 'Write Content-Type into the header fields of each part.',
  }),
  'part-type-wrong': ({ values }, seen) => ({
    headline: `${seen.request} has a part with Content-Type ${listed((values ?? []).map(quoted))} instead of one single-part media type.`,
    expected: 'one Content-Type field with a single-part media type',
    observed: listed((values ?? []).map(quoted)),
    effect: 'Clients do not know what the part holds, and skip it: the image is missing.',
    remedy: 'Write one Content-Type with the media type of the content into each part.',
  }),
  'part-length-wrong': ({ stated, bytes }, seen) => ({
    headline: `${seen.request} has a part with Content-Length ${quoted(stated)} that is ${counted(bytes, 'byte')} long.`,
    expected: `Content-Length ${bytes}`,
    observed: `Content-Length ${quoted(stated)}`,
    effect: 'A client that goes by the length cuts the image, or reads the next delimiter as a part of it.',
    remedy: 'Take the length of a part from its content, without the line break before the next delimiter.',
  }),
  'part-without-length': ({ bytes }, seen) => ({
    headline: `${seen.request} has a part without Content-Length, ${counted(bytes, 'byte')} long.`,
    expected: `Content-Length ${bytes}`,
    observed: 'none',
    effect: 'A client has to search the content for the delimiter, which is slow with large images.',
    remedy: 'Write Content-Length into each part, or send the message in chunks.',
  }),
  'part-without-location': (_, seen) => ({
    headline: `${seen.request} has a part without Content-Location.`,
    expected: 'a Content-Location field',
    observed: 'none',
    effect: 'A client that keeps parts does not know which resource each of them is.',
    remedy: 'Write the URL of the instance, frame or bulk data into each part as Content-Location.',
  }),
  'part-location-shared': ({ location, other }, seen) => ({
    headline: `${seen.request} has two parts with the same Content-Location, ${quoted(location)}.`,
    expected: 'a location of its own',
    observed: `that of part ${other}, counted from 0`,
    effect: 'A client that keeps parts by their location keeps one of them only.',
    remedy: 'Write the URL of its own instance, frame or bulk data into each part.',
  }),
  'part-location-of-another': ({ location, level, expected }, seen) => ({
    headline: `${seen.request} has a part with the Content-Location of another ${level}: ${quoted(location)}.`,
    expected:
      level === 'resource'
        ? 'a location that belongs to the resource which was asked for'
        : `the location of ${level} ${either(expected)}`,
    observed: quoted(location),
    effect: OTHER_IMAGE,
    remedy: 'Build the Content-Location of each part from the UIDs and the frame number of its content.',
  }),
  'part-location-dead': ({ status, expected }, seen) => ({
    headline: `The Content-Location of a part leads nowhere: ${seen.request} is answered ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}`,
    observed: `status ${seen.status ?? status}`,
    effect: 'A client that follows the location later does not find the image again.',
    remedy: 'Write URLs into Content-Location under which the server answers with the content of the part.',
  }),
  'part-location-other-content': ({ location, expected, actual }) => ({
    headline: `The Content-Location of a part leads to other content: ${quoted(location)}.`,
    expected: expected === null ? 'the bytes of the part' : `instance ${expected}`,
    observed: actual === null ? 'other bytes' : `instance ${actual}`,
    effect: OTHER_IMAGE,
    remedy: 'Build the Content-Location of each part from the UIDs and the frame number of its content.',
  }),
  'part-in-mail-encoding': ({ encoding }, seen) => ({
    headline: `${seen.request} has a part with Content-Transfer-Encoding ${quoted(encoding)} instead of plain octets.`,
    expected: 'no Content-Transfer-Encoding, or binary',
    observed: quoted(encoding),
    effect: 'HTTP clients do not undo encodings of mail: they read the text as an image and fail.',
    remedy: 'Send the octets of the content as they are, without Content-Transfer-Encoding.',
  }),
  'part-encoding-untrue': ({ encoding }, seen) => ({
    headline: `${seen.request} has a part of binary octets with Content-Transfer-Encoding ${quoted(encoding)}.`,
    expected: 'binary, as the octets are',
    observed: quoted(encoding),
    effect: 'A client that believes the field may change line ends in the image.',
    remedy: 'Leave Content-Transfer-Encoding out.',
  }),
  'part-in-base64': (_, seen) => ({
    headline: `${seen.request} has a part of base64 text instead of the octets of a DICOM file.`,
    expected: 'the octets of a DICOM file',
    observed: 'base64 text',
    effect: 'Viewers read the text as a DICOM file and fail: no image can be opened.',
    remedy: 'Send the octets of the file as they are.',
  }),
  'unusual-framing-refused': ({ status, expected }, seen) => ({
    headline: `${seen.request} with a legal but unusual multipart body is answered ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}, as for the usual body`,
    observed: `status ${seen.status ?? status}`,
    effect: 'Senders whose library writes a preamble, a quoted boundary or further part headers cannot store.',
    remedy: 'Read multipart bodies by RFC 2046: preamble, epilogue, quoted boundary, part headers in any case.',
  }),
  'unusual-framing-loses-store': (_, seen) => ({
    headline: `The server lost the instance of a store with a legal but unusual multipart body: ${seen.request} does not show it.`,
    expected: 'the instance, as after the usual body',
    observed: `an answer without it: ${seen.status ?? 'none'}`,
    effect: LOST_COPY,
    remedy: 'Read multipart bodies by RFC 2046, and answer success only once every instance is kept.',
  }),
};
