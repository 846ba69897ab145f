import { memorySource, readAll } from '../../bytes/byte-source.ts';
import type { DataElement, DataSet } from '../../dicom/data-set.ts';
import { frameCount } from '../../dicom/frames.ts';
import type { DicomJsonDataSet } from '../../dicom/json.ts';
import { TRANSFER_SYNTAX } from '../../dicom/transfer-syntax.ts';
import { Archive } from '../archive.ts';
import type { Behaviour } from '../behaviour.ts';
import { changeDataSets, changeRequest, on } from '../changes/answers.ts';
import { changeItems } from '../changes/change-items.ts';
import { rewrite } from '../changes/files.ts';
import { changeStored } from '../changes/stored.ts';
import type { Answer } from '../message.ts';
import { FAILURE_REASON } from '../store/outcome.ts';
import type { OddServer } from './odd-server.ts';

const PIXEL_DATA = '7FE00010';

const ENCAPSULATED_UNCOMPRESSED = '1.2.840.10008.1.2.1.98';

/** One item a frame: enough for images of one frame, or of frames with an even number of bytes. */
function encapsulated(bytes: Uint8Array): Uint8Array {
  return rewrite(bytes, {
    transferSyntax: ENCAPSULATED_UNCOMPRESSED,
    dataSet: (elements) => {
      const pixels = elements.get(PIXEL_DATA);
      if (!pixels || pixels.fragments) return;
      const bytes = readAll(pixels.value);
      const count = frameCount({ elements, littleEndian: true, characterSets: [] });
      const length = bytes.length / count;
      const fragments = Array.from({ length: count }, (_, index) =>
        memorySource(bytes.subarray(index * length, (index + 1) * length)),
      );
      elements.set(PIXEL_DATA, { ...pixels, vr: 'OB', fragments, basicOffsetTable: [] });
    },
  });
}

const PATIENT_ID = '00100020';

/** Answers a store as one of which every instance was refused, for one reason. */
function refusedFor(reason: number, answer: Answer): Answer {
  const { content } = answer;
  if (answer.status !== 200 || content.kind !== 'json') return answer;
  const [module = {}] = [content.value].flat();
  const items = (module['00081199']?.Value ?? []) as readonly DicomJsonDataSet[];
  const Value = items.map(({ '00081190': _, ...item }) => ({ ...item, '00081197': { vr: 'US', Value: [reason] } }));
  const refused: DicomJsonDataSet = { '00081190': { vr: 'UR' }, '00081198': { vr: 'SQ', Value } };
  return { ...answer, status: 409, content: { ...content, value: refused } };
}

const MULTI_FRAME = /^1\.2\.840\.10008\.5\.1\.4\.1\.1\.7\.[1-4]$/;

const ELEMENTS_COERCED = 0xb000;

function sequence(tag: string, item: ReadonlyMap<string, DataElement>): DataElement {
  const items: readonly DataSet[] = [{ elements: item, littleEndian: true, characterSets: [] }];
  return { tag, vr: 'SQ', offset: 0, value: memorySource(new Uint8Array()), items };
}

/** Gives the patient another ID, and keeps the one that came in Original Attributes Sequence. */
function coerced(bytes: Uint8Array): Uint8Array {
  return rewrite(bytes, {
    dataSet: (elements) => {
      const original = elements.get(PATIENT_ID);
      if (!original) return;
      const modified = sequence('04000550', new Map([[PATIENT_ID, original]]));
      elements.set(PATIENT_ID, { ...original, value: memorySource(Buffer.from('ARCHIVE-1 ')) });
      elements.set('04000561', sequence('04000561', new Map([['04000550', modified]])));
    },
  });
}

const ELEMENTS_DISCARDED = 0xb006;

function withoutSome(bytes: Uint8Array): Uint8Array {
  return rewrite(bytes, {
    dataSet: (elements) => {
      for (const tag of ['00080030', '00204000']) elements.delete(tag);
    },
  });
}

/** Stores files otherwise than they came, and says why in a warning with 202 (PS3.18 Table I.2-1), or says nothing. */
function storedOtherwise(change: (bytes: Uint8Array) => Uint8Array, warningReason: number | null): Behaviour {
  return {
    async handle(request, archive, next) {
      if (request.route.operation !== 'store') return next(request, archive);
      const before = new Set(archive.select());
      const answer = await next(request, archive);
      for (const instance of archive.select()) {
        if (before.has(instance)) continue;
        archive.remove(instance);
        archive.add({ ...instance, bytes: change(instance.bytes) });
      }
      const { content } = answer;
      if (warningReason === null || answer.status !== 200 || content.kind !== 'json') return answer;
      const [module = {}] = [content.value].flat();
      const value = changeItems(module, '00081199', (item) => ({
        ...item,
        '00081196': { vr: 'US', Value: [warningReason] },
      }));
      return { ...answer, status: 202, content: { ...content, value: value as DicomJsonDataSet } };
    },
  };
}

/** Liberties of the Store Transaction: duplicates, and instances that are not kept as they came. */
export const ODD_STORE: readonly OddServer[] = [
  // The Standard says nothing about duplicates (PS3.18 §10.5.2).
  {
    id: 'duplicates-refused',
    title: 'answers 409 when an instance is stored again',
    behaviour: () => ({
      async handle(request, archive, next) {
        const before = archive.select().length;
        const answer = await next(request, archive);
        const isNew = archive.select().length > before;
        return on('store')(request) && !isNew ? refusedFor(FAILURE_REASON.duplicateInstance, answer) : answer;
      },
    }),
  },
  // Which SOP Classes a server stores is its own choice (PS3.18 Table I.2-2: SOP Class not supported).
  {
    id: 'refuses-multi-frame',
    title: 'answers 409 to a store of a multi-frame image, which it does not support',
    behaviour: () => ({
      async handle(request, archive, next) {
        const answer = await next(request, archive);
        const refused = archive.select().filter(({ sopClass }) => MULTI_FRAME.test(sopClass));
        if (!on('store')(request) || refused.length === 0) return answer;
        for (const instance of refused) archive.remove(instance);
        return refusedFor(FAILURE_REASON.sopClassNotSupported, answer);
      },
    }),
  },
  // Present without items: more than is asked for, and clients read it as none (PS3.18 Table I.1-1).
  {
    id: 'empty-failed-sequence',
    title: 'sends an empty FailedSOPSequence when everything was stored',
    behaviour: () => changeDataSets(on('store'), (module) => ({ ...module, '00081198': { vr: 'SQ' } })),
  },
  {
    id: 'kept-encapsulated',
    title: 'keeps native pixel data encapsulated, and gives them out so to whoever takes any transfer syntax',
    behaviour: () =>
      changeStored(
        encapsulated,
        { transferSyntax: ENCAPSULATED_UNCOMPRESSED },
        ({ transferSyntax }) => transferSyntax === TRANSFER_SYNTAX.explicitLittleEndian,
      ),
  },
  {
    id: 'coerces-patient-id',
    title: 'coerces PatientID, says so with 202, and keeps the original in the object (PS3.18 §10.5.2)',
    behaviour: () => storedOtherwise(coerced, ELEMENTS_COERCED),
  },
  // The original has to be in the object; what the response says of it is the server's choice.
  {
    id: 'coerces-in-silence',
    title: 'coerces PatientID, keeps the original in the object and answers 200 without a warning (PS3.18 §10.5.2)',
    behaviour: () => storedOtherwise(coerced, null),
  },
  // A server of storage level 0 or 1 need not keep every element, and says so (PS3.18 Table I.2-1; PS3.4 §B.4.1).
  {
    id: 'discards-elements',
    title: 'stores instances without Study Time and Image Comments, and says so with 202 (PS3.18 Table I.2-1)',
    behaviour: () => storedOtherwise(withoutSome, ELEMENTS_DISCARDED),
  },
  // The Standard says nothing about other content under a known UID (PS3.18 §10.5.2): here the new one takes its place.
  {
    id: 'replaces-everywhere',
    title: 'lets what is stored later take the place of what had its UID',
    behaviour: () => ({
      async handle(request, archive, next) {
        if (!on('store')(request)) return next(request, archive);
        const arrived = new Archive();
        await next(request, arrived);
        for (const instance of arrived.select()) {
          const present = archive.find(instance.instance);
          if (present?.study === instance.study) archive.remove(present);
        }
        return next(request, archive);
      },
    }),
  },
  // RFC 2046 §5.1.1 holds the sender to the closing delimiter; what a reader does without it is not said.
  {
    id: 'takes-unclosed-stores',
    title: 'stores a multipart body that lacks its closing delimiter, where the instance is whole',
    behaviour: () =>
      changeRequest(on('store'), (request) => {
        const boundary = /boundary="?([^";]+)/.exec(request.headers['content-type'] ?? '')?.[1];
        const body = Buffer.concat(request.body);
        const isUnclosed =
          boundary !== undefined && body.includes(`--${boundary}`) && !body.includes(`--${boundary}--`);
        return isUnclosed ? { ...request, body: [body, Buffer.from(`\r\n--${boundary}--\r\n`)] } : request;
      }),
  },
  // Table 10.5.4-1 lists what a server has to take, and forbids it nothing beyond.
  {
    id: 'takes-form-data',
    title: 'stores instances that come as multipart/form-data or without Content-Type',
    behaviour: () =>
      changeRequest(on('store'), (request) => {
        const { 'content-type': type = 'application/dicom', ...others } = request.headers;
        const related = type.replace('multipart/form-data', 'multipart/related; type="application/dicom"');
        return { ...request, headers: { ...others, 'content-type': related } };
      }),
  },
];
