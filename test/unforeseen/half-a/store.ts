import { pixelsAt, textIn, withElement, withPixels } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import { answering, eachAttribute, keeping, misreading, refusal } from '../kit/make.ts';

/** Stores that lose, alter or misreport what was sent. */
export const STORE: readonly Defect[] = [
  {
    id: 'words-of-pixels-swapped',
    what: 'The two bytes of each 16-bit pixel are swapped when the instance is stored.',
    truth: ['altered'],
    operations: ['store'],
    title: 'the pixels of the 16-bit image come back with their bytes swapped',
    advice: 'Keep pixel data in the byte order of the transfer syntax.',
    make: () =>
      keeping((instance) => {
        const isWords = Buffer.from(instance.bytes).indexOf(Buffer.from([0x28, 0, 0, 1, 0x55, 0x53, 2, 0, 16, 0])) > 0;
        return isWords ? { ...instance, bytes: withPixels(instance.bytes, (pixels) => pixels.swap16()) } : instance;
      }),
  },
  {
    id: 'last-byte-of-odd-pixels-zeroed',
    what: 'The last sample of pixel data with an odd number of bytes is lost: it comes back as zero.',
    truth: ['altered'],
    operations: ['store'],
    title: 'the last byte of the pixel data differs from what was stored',
    advice: 'Copy the whole frame when its length is odd, and pad after it.',
    make: () =>
      keeping((instance) => {
        const at = pixelsAt(instance.bytes);
        const rows = Buffer.from(instance.bytes).indexOf(Buffer.from([0x28, 0, 0x10, 0, 0x55, 0x53, 2, 0, 33, 0]));
        if (at < 0 || rows < 0) return instance;
        return { ...instance, bytes: withPixels(instance.bytes, (pixels) => pixels.fill(0, pixels.length - 2)) };
      }),
  },
  {
    id: 'patient-name-cut-to-eight',
    what: 'A patient name longer than eight bytes is cut when it is stored.',
    truth: ['altered', 'wrong-patient-or-image'],
    operations: ['store'],
    title: 'PatientName is cut after eight characters',
    advice: 'Store names in their full length of 64 characters a group.',
    make: () =>
      keeping((instance) => ({
        ...instance,
        bytes: withElement(instance.bytes, '00100010', 'PN', (value) => value.subarray(0, 8)),
      })),
  },
  {
    id: 'only-first-frame-kept',
    what: 'Of a multi-frame image only the first frame is kept, and NumberOfFrames is set to 1.',
    truth: ['data-lost'],
    operations: ['store'],
    title: 'frames of a multi-frame instance are gone after the store',
    advice: 'Keep all frames.',
    make: () =>
      keeping((instance) => {
        const frames = Number(textIn(instance.bytes, '00280008', 'IS') ?? '1');
        const at = pixelsAt(instance.bytes);
        if (!(frames > 1) || at < 0) return instance;
        const fixed = Buffer.from(instance.bytes);
        const length = (fixed.length - at) / frames;
        fixed.writeUInt32LE(length, at - 4);
        return { ...instance, bytes: withElement(fixed.subarray(0, at + length), '00280008', 'IS', () => '1') };
      }),
  },
  {
    id: 'second-instance-of-store-lost',
    what: 'Of several instances in one store request only the first is kept, though all are listed as stored.',
    truth: ['data-lost'],
    operations: ['store'],
    title: 'the store of several instances in one request was answered 200 and not all of them are there',
    advice: 'Keep every part of the request, or list those that were not kept as failed.',
    make: () => keeping((instance, { index }) => (index === 0 ? instance : null)),
  },
  {
    id: 'partial-store-answered-200',
    what: 'A store of which some instances were refused is answered 200 instead of 202.',
    truth: ['data-lost', 'some-clients-only'],
    operations: ['store'],
    title: 'a store with failures is answered 200 where 202 is due',
    advice: 'Answer 202 when some instances failed.',
    make: () => answering('store', (answer) => (answer.status === 202 ? { ...answer, status: 200 } : answer)),
  },
  {
    id: 'store-into-other-study-accepted',
    what: 'An instance of another study that is stored to /studies/{study} is accepted and kept under its own study.',
    truth: ['wrong-patient-or-image', 'altered', 'some-clients-only'],
    operations: ['store'],
    title: 'a store to one study takes an instance of another study',
    advice: 'Refuse instances whose StudyInstanceUID is not that of the URL, as failed in the answer.',
    make: () =>
      misreading('store', (request) => {
        const { study: _, ...route } = request.route;
        return { ...request, route };
      }),
  },
  {
    id: 'store-answer-without-body',
    what: 'A store is answered 200 without any body.',
    truth: ['some-clients-only', 'cosmetic', 'data-lost'],
    operations: ['store'],
    title: 'the answer to a store has no Store Instances Response Module',
    advice: 'Answer with the response module as application/dicom+json.',
    make: () =>
      answering('store', (answer) => (answer.status === 200 ? { ...answer, content: { kind: 'none' } } : answer)),
  },
  {
    id: 'empty-value-between-dropped',
    what: 'An empty value between two others is dropped at store, so that the third value takes the place of the second.',
    truth: ['altered'],
    operations: ['store'],
    title: 'SoftwareVersions lost its empty second value',
    advice: 'Keep empty values of attributes with several values.',
    make: () =>
      keeping((instance) => ({
        ...instance,
        bytes: withElement(instance.bytes, '00181020', 'LO', (value) => value.toString('latin1').replace('\\\\', '\\')),
      })),
  },
  {
    id: 'only-first-of-several-values',
    what: 'Of attributes with several numbers, such as the window centre, only the first is kept.',
    truth: ['altered', 'data-lost'],
    operations: ['store'],
    title: 'WindowCenter and WindowWidth come back with the first of their values only',
    advice: 'Keep all values of an attribute.',
    make: () =>
      keeping((instance) => {
        const first = (value: Buffer) => value.toString('latin1').split('\\')[0] ?? '';
        const once = withElement(instance.bytes, '00281050', 'DS', first);
        return { ...instance, bytes: withElement(once, '00281051', 'DS', first) };
      }),
  },
  {
    id: 'institution-stamped-on-files',
    what: 'The server writes the name of its own hospital over the Study ID of every file.',
    truth: ['altered'],
    operations: ['store'],
    title: "an attribute that was not sent like that comes back with the server's own text (StudyID)",
    advice: 'Do not coerce attributes silently; state coercion in the answer.',
    make: () =>
      keeping((instance) => ({
        ...instance,
        bytes: withElement(instance.bytes, '00200010', 'SH', () => 'GENERALHOSPITAL'),
      })),
  },
  {
    id: 'umlauts-become-question-marks',
    what: 'Letters outside of ASCII become question marks when an instance is stored.',
    truth: ['altered'],
    operations: ['store'],
    title: 'text outside of ASCII comes back as question marks',
    advice: 'Keep the bytes of text in the Specific Character Set of the file.',
    make: () =>
      keeping((instance) => {
        let { bytes } = instance;
        for (const [tag, vr] of [
          ['00100010', 'PN'],
          ['00204000', 'LT'],
          ['00291001', 'LO'],
        ] as const)
          bytes = withElement(bytes, tag, vr, (value) => value.toString('utf8').replaceAll(/[^\x20-\x7e]/g, '?'));
        return { ...instance, bytes };
      }),
  },
  {
    id: 'store-url-without-series',
    what: 'The Retrieve URL of each stored instance leaves the series out and leads to 404.',
    truth: ['not-found-or-opened', 'some-clients-only'],
    operations: ['store'],
    title: 'the RetrieveURL of a stored instance in the store answer leads to 404',
    advice: 'Give /studies/{study}/series/{series}/instances/{instance}.',
    make: () =>
      eachAttribute('store', (attribute, tag) =>
        tag === '00081190' && attribute.Value
          ? { ...attribute, Value: attribute.Value.map((url) => String(url).replace(/\/series\/[^/]+/, '')) }
          : attribute,
      ),
  },
  {
    id: 'stored-though-answered-500',
    what: 'Every fourth store is answered 500 although its instances were kept.',
    truth: ['some-clients-only', 'altered', 'not-found-or-opened'],
    operations: ['store'],
    title: 'a proper store is answered 500',
    advice: 'Find the error behind the 500; answer 200 when everything was kept.',
    make: () => {
      let stores = 0;
      return answering('store', (answer) =>
        answer.status === 200 && ++stores % 4 === 0 ? refusal(500, 'Internal Server Error') : answer,
      );
    },
  },
];
