import type { DicomJsonDataSet } from '../../../lib/dicom/json.ts';
import type { Answer } from '../../../lib/reference-server/message.ts';
import { textIn, withElement, withPixels } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import { answering, around, eachJson, firstValue, items, keeping, misreading } from '../kit/make.ts';

const IMPLICIT = '1.2.840.10008.1.2';
const EXPLICIT = '1.2.840.10008.1.2.1';

function itemsOf(dataSet: DicomJsonDataSet, tag: string): DicomJsonDataSet[] {
  const sequence = dataSet[tag];
  return sequence ? items(sequence) : [];
}

function sequence(list: readonly DicomJsonDataSet[]): DicomJsonDataSet[string] {
  return { vr: 'SQ', Value: list };
}

function unsigned(bytes: Uint8Array, tag: string): number {
  return textIn(bytes, tag, 'US')?.charCodeAt(0) ?? 0;
}

/** Store. */
export const STORE: readonly Defect[] = [
  {
    id: 'one-failure-rolls-all-back',
    what: 'Where one part of a store request fails the whole transaction is rolled back, though the answer lists the others as stored.',
    truth: ['data-lost'],
    operations: ['store', 'retrieve', 'search', 'metadata'],
    title: 'instances that a partly failed store lists as stored are not there',
    advice: 'Commit each instance on its own, or list as failed what was rolled back.',
    make: () =>
      around('store', async (request, archive, next) => {
        const before = new Set(archive.select());
        const answer = await next(request, archive);
        if (answer.status === 202) for (const one of archive.select()) if (!before.has(one)) archive.remove(one);
        return answer;
      }),
  },
  {
    id: 'study-of-store-url-ignored',
    what: 'A store to /studies/{study} takes in instances of any other study as well.',
    truth: ['some-clients-only', 'wrong-patient-or-image', 'cosmetic'],
    operations: ['store'],
    title: 'POST to one study stores an instance of another study',
    advice: 'Refuse instances whose StudyInstanceUID is not that of the URL.',
    make: () => misreading('store', (request) => ({ ...request, route: { operation: 'store', level: 'studies' } })),
  },
  {
    id: 'name-groups-cut',
    what: 'Of PatientName only what stands before the first equals sign is kept in the file: the ideographic and phonetic groups are lost.',
    truth: ['altered', 'data-lost', 'wrong-patient-or-image'],
    operations: ['store'],
    title: 'PatientName comes back without its ideographic and phonetic groups',
    advice: 'Keep every component group of a person name.',
    make: () =>
      keeping((instance) => ({
        ...instance,
        bytes: withElement(instance.bytes, '00100010', 'PN', (value) => value.toString('latin1').replace(/=.*$/s, '')),
      })),
  },
  {
    id: 'empty-values-squeezed-out',
    what: 'Empty values between backslashes are dropped when a file is taken in: 7, nothing, 7.1 becomes 7, 7.1.',
    truth: ['altered'],
    operations: ['store'],
    title: 'SoftwareVersions loses its empty value, so that the others move',
    advice: 'Do not filter empty values out when splitting at the backslash.',
    make: () =>
      keeping((instance) => ({
        ...instance,
        bytes: withElement(instance.bytes, '00181020', 'LO', (value) =>
          value
            .toString('latin1')
            .split('\\')
            .filter((one) => one.trim() !== '')
            .join('\\'),
        ),
      })),
  },
  {
    id: 'decimals-through-float',
    what: 'PixelSpacing and ImagePositionPatient of stored files go through 32-bit floats: 0.7 becomes 0.69999998807907.',
    truth: ['altered'],
    operations: ['store'],
    title: 'decimal strings such as PixelSpacing come back with other digits',
    advice: 'Keep DS values as the text that was sent.',
    make: () =>
      keeping((instance) => ({
        ...instance,
        bytes: ['00280030', '00200032', '00201041', '00281053'].reduce(
          (bytes, tag) =>
            withElement(bytes, tag, 'DS', (value) =>
              value
                .toString('latin1')
                .split('\\')
                .map((one) => (one.trim() === '' ? one : String(Math.fround(Number(one))).slice(0, 16)))
                .join('\\'),
            ),
          instance.bytes,
        ),
      })),
  },
  {
    id: 'implicit-registered-as-explicit',
    what: 'Files in Implicit VR Little Endian are registered as Explicit VR Little Endian and so sent unconverted under that label.',
    truth: ['not-found-or-opened', 'altered'],
    operations: ['store', 'retrieve'],
    title: 'instances stored in Implicit VR Little Endian come back in it, though labelled Explicit',
    advice: 'Register the transfer syntax of the file meta information, and convert at retrieve.',
    make: () =>
      keeping((instance) =>
        instance.transferSyntax === IMPLICIT ? { ...instance, transferSyntax: EXPLICIT } : instance,
      ),
  },
  {
    id: 'item-urls-of-first-study',
    what: 'Where a request carries instances of several studies, the RetrieveURL of each item names the study of the first.',
    truth: ['some-clients-only', 'not-found-or-opened', 'wrong-patient-or-image'],
    operations: ['store'],
    title: 'RetrieveURL of stored items leads to another study, where the instance is not',
    advice: 'Make the URL of each item with the UIDs of its own instance.',
    make: () =>
      eachJson('store', (module) => {
        const stored = itemsOf(module, '00081199');
        const [, study] = /\/studies\/([^/]+)/.exec(firstValue(stored[0] ?? {}, '00081190')) ?? [];
        if (!study) return module;
        const renamed = stored.map((one) => ({
          ...one,
          '00081190': {
            vr: 'UR',
            Value: [firstValue(one, '00081190').replace(/\/studies\/[^/]+/, `/studies/${study}`)],
          },
        }));
        return { ...module, '00081199': sequence(renamed) };
      }),
  },
  {
    id: 'json-store-read-as-latin-1',
    what: 'Metadata of a store in JSON are read as Latin-1, so that each letter beyond ASCII becomes two.',
    truth: ['altered', 'wrong-patient-or-image'],
    operations: ['store'],
    title: 'text beyond ASCII of instances stored as JSON comes back garbled',
    advice: 'Read application/dicom+json as UTF-8.',
    make: () =>
      misreading(
        ({ route, headers }) => route.operation === 'store' && /dicom\+json/.test(headers['content-type'] ?? ''),
        (request) => {
          const body = Buffer.concat(request.body);
          const named = body.indexOf('application/dicom+json');
          const from = body.indexOf('\r\n\r\n', named) + 4;
          const to = body.indexOf('\r\n--', from);
          if (named < 0 || from < 4 || to < 0) return request;
          const text = Buffer.from(body.subarray(from, to).toString('latin1'), 'utf8');
          return { ...request, body: [body.subarray(0, from), text, body.subarray(to)] };
        },
      ),
  },
  {
    id: 'failed-also-listed-as-stored',
    what: 'What could not be stored stands in FailedSOPSequence and in ReferencedSOPSequence as well.',
    truth: ['data-lost', 'some-clients-only', 'not-found-or-opened'],
    operations: ['store'],
    title: 'an instance that was refused is listed as stored too',
    advice: 'List each instance in one of the two sequences.',
    make: () =>
      eachJson('store', (module) => {
        const failed = itemsOf(module, '00081198').filter((one) => one['00081155']);
        const also = failed.map(
          ({ '00081150': sopClass, '00081155': uid }): DicomJsonDataSet => ({
            ...(sopClass ? { '00081150': sopClass } : {}),
            ...(uid ? { '00081155': uid } : {}),
            '00081190': { vr: 'UR' },
          }),
        );
        return also.length === 0
          ? module
          : { ...module, '00081199': sequence([...itemsOf(module, '00081199'), ...also]) };
      }),
  },
  {
    id: 'failure-reason-in-hexadecimal',
    what: 'FailureReason is written as hexadecimal text such as "0110H", not as a number.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['store'],
    title: 'FailureReason is a text such as "0110H" instead of a number',
    advice: 'Write US values as JSON numbers.',
    make: () =>
      eachJson('store', (module) => {
        const failed = itemsOf(module, '00081198');
        if (failed.length === 0) return module;
        const worded = failed.map((one) => {
          const code = Number(firstValue(one, '00081197')).toString(16).toUpperCase().padStart(4, '0');
          return { ...one, '00081197': { vr: 'US', Value: [`${code}H`] } };
        });
        return { ...module, '00081198': sequence(worded) };
      }),
  },
  {
    id: 'negative-pixels-become-zero',
    what: 'Signed pixels are clipped at zero when an image is taken in; unsigned ones stay.',
    truth: ['altered', 'data-lost'],
    operations: ['store'],
    title: 'pixels of images with signed values come back with 0 for what was negative',
    advice: 'Treat pixels as signed where PixelRepresentation is 1.',
    make: () =>
      keeping((instance) => {
        const { bytes, transferSyntax } = instance;
        if (transferSyntax !== EXPLICIT || unsigned(bytes, '00280103') !== 1 || unsigned(bytes, '00280100') !== 16)
          return instance;
        const clip = (pixels: Buffer): void => {
          for (let at = 0; at + 1 < pixels.length; at += 2) if (pixels.readInt16LE(at) < 0) pixels.writeInt16LE(0, at);
        };
        return { ...instance, bytes: withPixels(bytes, clip) };
      }),
  },
  {
    id: 'duplicates-answered-500',
    what: 'A file that is stored a second time breaks a unique key of the database and is answered 500 without a word about the instance.',
    truth: ['some-clients-only', 'cosmetic', 'not-found-or-opened'],
    operations: ['store'],
    title: 'to store an instance that is there already is answered 500',
    advice: 'Look for the instance first, and answer with the response module.',
    make: () =>
      around('store', async (request, archive, next): Promise<Answer> => {
        const before = archive.select().length;
        const answer = await next(request, archive);
        if (answer.status !== 200 || archive.select().length !== before) return answer;
        const bytes = Buffer.from('ERROR: duplicate key value violates unique constraint "instance_sop_iuid_key"\n');
        return { status: 500, headers: [], content: { kind: 'bytes', mediaType: 'text/plain', bytes } };
      }),
  },
  {
    id: 'stored-is-201',
    what: 'A successful store is answered 201 Created.',
    truth: ['cosmetic', 'some-clients-only'],
    operations: ['store'],
    title: 'a store is answered 201 instead of 200',
    advice: 'Answer 200 where every instance was stored.',
    make: () => answering('store', (answer) => (answer.status === 200 ? { ...answer, status: 201 } : answer)),
  },
];
