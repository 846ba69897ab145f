import { changeContentType, changeParts, on } from '../changes/answers.ts';
import type { OddServer } from './odd-server.ts';

/** Liberties of media types, in the Content-Type of answers. */
export const ODD_MEDIA_TYPES: readonly OddServer[] = [
  // Type, subtype and parameter names compare without case (RFC 9110 §8.3.1, PS3.18 §8.7).
  {
    id: 'media-types-in-mixed-case',
    title: 'writes media types and parameter names in mixed case',
    behaviour: () =>
      changeContentType(
        () => true,
        (contentType) =>
          contentType
            .replace('multipart/related; type=', 'Multipart/Related; Type=')
            .replace('boundary=', 'Boundary=')
            .replace(/^application\/dicom/, 'Application/DICOM'),
      ),
  },
  // Both forms are allowed (PS3.18 §8.7.1 and its note).
  {
    id: 'type-parameter-unquoted',
    title: 'writes the type parameter without quotation marks',
    behaviour: () =>
      changeContentType(
        () => true,
        (contentType) => contentType.replace(/type="([^"]*)"/, 'type=$1'),
      ),
  },
  // The parameter is optional and UTF-8 the only value (PS3.18 Table 8.7.3-3).
  {
    id: 'json-with-charset-parameter',
    title: 'names the character set of JSON in the Content-Type',
    behaviour: () =>
      changeContentType(
        () => true,
        (contentType) => contentType.replace(/^application\/dicom\+json$/, 'application/dicom+json; charset="utf-8"'),
      ),
  },
  // XML 1.0 §4.3.3 has UTF-16, and PS3.19 §A.1 asks for no prefix and lets keywords out.
  {
    id: 'xml-with-prefix-and-without-keywords',
    title: 'writes XML with a namespace prefix, in UTF-16 and without keywords',
    behaviour: () =>
      changeParts(on(['metadata', 'search']), (parts) =>
        parts.map((part) => {
          if (!part.headers.some(([, value]) => value.startsWith('application/dicom+xml'))) return part;
          const text = Buffer.from(part.body)
            .toString('utf8')
            .replace(/^<\?xml.*?\?>/, '<?xml version="1.0" encoding="UTF-16"?>')
            .replace(' xmlns=', ' xmlns:d=')
            .replaceAll(/ keyword="\w+"/g, '')
            .replaceAll(/<(\/?)(?=[A-Z])/g, '<$1d:');
          return { ...part, body: Buffer.from(`\ufeff${text}`, 'utf16le') };
        }),
      ),
  },
];
