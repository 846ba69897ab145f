import { compareBytes } from '../../answers/dicom/element-values.ts';
import { frameReader } from '../../answers/dicom/pixel-comparison.ts';
import { pixelShapeOf } from '../../answers/dicom/pixel-pattern.ts';
import { hasSameSamples } from '../../answers/dicom/samples.ts';
import { mayBeLossy } from '../../answers/dicom/transfer-syntaxes.ts';
import { type Representation, representationsOf } from '../../answers/multipart.ts';
import { isSuccess } from '../../answers/response.ts';
import { breach } from '../../breaches/breach.ts';
import { type ByteSource, firstDifference, memorySource } from '../../bytes/byte-source.ts';
import { frame, pixelDataOf } from '../../dicom/frames.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { Part10Error } from '../../dicom/part10.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus, RETRIEVED, retrieved } from '../assess-status.ts';
import { otherRefusals } from '../beside-twin.ts';
import { completeResponse, decodedResponse } from '../complete-response.ts';
import { CANNOT_DECOMPRESS } from '../not-decoded.ts';
import { changeOf } from './frames.ts';

const FRAME = 1;

/**
 * WADO-RS-046: the first frame of an instance in lossless compression, asked for as octets, comes as its native pixels. 406
 * is a warning.
 */
export function decompressesFrames(exchange: Exchange, stored: StoredInstance): Finding {
  return assess('WADO-RS-046', `decompresses a frame of ${stored.name}`, [exchange], (a) => {
    const answer = completeResponse(exchange, a);
    const expectation = { ...retrieved('frames-not-decompressed'), warn: { ...RETRIEVED.warn, ...CANNOT_DECOMPRESS } };
    if (!answer || !assessStatus(answer, expectation, a)) return;
    const response = decodedResponse(answer, a);
    const [part] = response ? representationsOf(response) : [];
    if (!part) {
      a.cannot('prerequisite-failed', 'there is no part with the frame');
      return;
    }
    const of = { frame: FRAME, name: stored.name };
    if (isStoredStream(part.body, stored)) {
      a.must(false, () => breach('frame-sent-compressed', place(part), of));
      return;
    }
    const forms = nativeForms(stored);
    if (forms.length === 0) {
      a.cannot('not-exercised', `nothing here decodes ${stored.name}`);
      return;
    }
    const { body } = part;
    const [expected = body] = forms;
    const isNative = forms.some((form) => isSame(form, body, stored));
    const offset = Math.max(0, firstDifference(expected, body));
    a.must(isNative, () =>
      changeOf(
        expected,
        part,
        { ...of, stored: expected.length, returned: body.length },
        offset,
        pixelShapeOf(stored.dataSet),
      ),
    );
  });
}

function place({ part = 0 }: Representation) {
  return { kind: 'part', part } as const;
}

/** Samples by pixel and by plane: which of the two decompression gives is left to the server. */
function nativeForms({ dataSet, transferSyntax, decoded }: StoredInstance): readonly ByteSource[] {
  const element = pixelDataOf(dataSet);
  if (!element) return [];
  const pixels = { element, dataSet, transferSyntax, ...(decoded ? { decoded } : {}) };
  return attempt(() => [false, true].flatMap((planar) => frameReader(pixels, planar)?.(FRAME) ?? [])) ?? [];
}

function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Part10Error) return null;
    throw error;
  }
}

function isSame(expected: ByteSource, actual: ByteSource, { dataSet }: StoredInstance): boolean {
  return compareBytes(expected, actual, true).kind === 'equal' || hasSameSamples(dataSet, expected, actual);
}

function isStoredStream(body: ByteSource, { dataSet }: StoredInstance): boolean {
  const stream = attempt(() => frame(dataSet, FRAME));
  return stream !== null && compareBytes(stream, body, true).kind === 'equal';
}

/** The tag of an item in little endian (PS3.5 §7.5). */
const ITEM_TAG = [0xfe, 0xff, 0x00, 0xe0];

/**
 * WADO-RS-047: the first frame, asked for in the media type of the compression that it is stored in, is the bare bit stream.
 * Not to offer that is right as well, and shows nothing.
 */
export function sendsBareStreams(exchange: Exchange, stored: StoredInstance, type: string): Finding {
  return assess(
    'WADO-RS-047',
    `sends a frame of ${stored.name} as ${type}, or says that it does not`,
    [exchange],
    (a) => {
      const answer = completeResponse(exchange, a);
      if (answer?.status === 406) {
        a.cannot('not-claimed', '406: frames are not offered in the media type of their compression');
        return;
      }
      const expectation = {
        pass: [200, 406],
        warn: otherRefusals(406),
        code: 'compressed-frames-badly-refused',
      } as const;
      if (!answer || !assessStatus(answer, expectation, a) || !isSuccess(answer)) return;
      const response = decodedResponse(answer, a);
      if (!response) return;
      const parts = representationsOf(response);
      a.must(parts.length > 0, () => breach('frames-missing', { kind: 'exchange' }, { asked: 1, returned: 0 }));
      for (const part of parts) assessStream(part, stored, type, a);
    },
  );
}

function assessStream(part: Representation, stored: StoredInstance, type: string, a: Assessment): void {
  const of = { frame: FRAME, name: stored.name };
  const start = part.body.read(0, ITEM_TAG.length);
  const hasTags = ITEM_TAG.every((octet, at) => start[at] === octet);
  a.must(!hasTags, () => breach('frame-sent-with-item-tags', place(part), of));
  if (hasTags || isStoredStream(part.body, stored)) return;
  // The server may have compressed it anew: then it decodes to the pixels that were stored.
  if (mayBeLossy(stored.transferSyntax)) {
    a.cannot('not-exercised', `another stream than was stored, of lossy compression`);
    return;
  }
  const expected = nativeForms(stored);
  const actual = nativeForms(withStream(stored, part.body));
  if (expected.length === 0 || actual.length === 0) {
    a.cannot('not-exercised', `another stream than was stored, which nothing here decodes`);
    return;
  }
  const isImage = expected.some((one) => actual.some((other) => isSame(one, other, stored)));
  a.must(isImage, () => breach('compressed-frame-changed', place(part), { ...of, type }));
}

/** The instance as if that were the bit stream of its only frame. */
function withStream(stored: StoredInstance, body: ByteSource): StoredInstance {
  const { dataSet, decoded: _, ...rest } = stored;
  const element = pixelDataOf(dataSet);
  if (!element) return stored;
  const fragments = [memorySource(body.read(0, body.length))];
  const elements = new Map([...dataSet.elements, [element.tag, { ...element, fragments, basicOffsetTable: [] }]]);
  elements.delete('00280008');
  return { ...rest, dataSet: { ...dataSet, elements } };
}
