import type { DicomJsonAttribute, DicomJsonDataSet, DicomJsonValue } from '../../dicom/json.ts';
import type { Behaviour } from '../behaviour.ts';
import { changeDataSets, changeReply, contentTypeOf, on } from '../changes/answers.ts';
import { changeAttributes } from '../changes/attributes.ts';
import type { OddServer } from './odd-server.ts';

const STRUCTURE = /"(?:[^"\\]|\\.)*"|[[\]{},:]/g;

/** White space around every structural character, and escapes for letters that need none. */
function spread(json: string): string {
  return json.replace(STRUCTURE, (token) =>
    token.length > 1 ? token.replaceAll('/', '\\/').replaceAll(/[^\x00-\x7f]/g, escaped) : `\r\n\t ${token} `,
  );
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** RetrieveURL and BulkDataURI in another spelling, in items of sequences too. */
function respellingUrls(spell: (url: string) => string): Behaviour {
  const attribute = (one: DicomJsonAttribute): DicomJsonAttribute => ({
    ...one,
    ...(one.BulkDataURI === undefined ? {} : { BulkDataURI: spell(one.BulkDataURI) }),
    ...(one.Value === undefined ? {} : { Value: one.Value.map((value) => respelt(one.vr, value)) }),
  });
  const respelt = (vr: string, value: DicomJsonValue): DicomJsonValue => {
    if (vr === 'SQ') return dataSet(value as DicomJsonDataSet);
    return vr === 'UR' && typeof value === 'string' ? spell(value) : value;
  };
  const dataSet = (one: DicomJsonDataSet): DicomJsonDataSet =>
    Object.fromEntries(Object.entries(one).map(([tag, value]) => [tag, attribute(value)]));
  return changeDataSets(on(['store', 'search', 'metadata']), dataSet);
}

/** Liberties of DICOM JSON, and of the URLs in it. */
export const ODD_JSON: readonly OddServer[] = [
  // White space and escapes mean nothing in JSON (RFC 8259 §2, §7).
  {
    id: 'json-pretty-printed',
    title: 'writes JSON with line breaks and escapes',
    behaviour: () =>
      changeReply(
        () => true,
        (reply) =>
          /json/.test(contentTypeOf(reply))
            ? { ...reply, body: [Buffer.from(spread(Buffer.concat(reply.body).toString()))] }
            : reply,
      ),
  },
  // Number or string, as the server likes (PS3.18 Table F.2.3-1, since 2020).
  {
    id: 'number-strings-as-strings',
    title: 'writes IS and DS values as JSON strings',
    behaviour: () =>
      changeAttributes(
        on(['metadata', 'search']),
        ({ vr, Value }) => (vr === 'IS' || vr === 'DS') && Value !== undefined,
        ({ vr, Value = [] }) => ({ vr, Value: Value.map((value) => (value === null ? null : String(value))) }),
      ),
  },
  // VR UR allows relative references (PS3.5 Table 6.2-1).
  {
    id: 'urls-path-absolute',
    title: 'hands out RetrieveURL and BulkDataURI without scheme and host',
    behaviour: () => respellingUrls((url) => url.replace(/^http:\/\/[^/]+/, '')),
  },
  // Scheme and host compare without case (RFC 3986 §6.2.2.1).
  {
    id: 'urls-with-scheme-in-capitals',
    title: 'hands out URLs that begin with HTTP in capital letters',
    behaviour: () => respellingUrls((url) => url.replace(/^http:/, 'HTTP:')),
  },
];
