import { acceptedTypes } from '../../answers/accept.ts';
import { byteDifference } from '../../answers/dicom/byte-pattern.ts';
import { compareBytes } from '../../answers/dicom/element-values.ts';
import { type FrameReader, frameReader } from '../../answers/dicom/pixel-comparison.ts';
import { type PixelShape, pixelShapeOf } from '../../answers/dicom/pixel-pattern.ts';
import { hasSameSamples } from '../../answers/dicom/samples.ts';
import { mayBeLossy } from '../../answers/dicom/transfer-syntaxes.ts';
import { partOf, type Representation, representationsOf } from '../../answers/multipart.ts';
import { mediaTypeOf } from '../../answers/response.ts';
import { byteWindow } from '../../answers/wording.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import { type ByteSource, firstDifference } from '../../bytes/byte-source.ts';
import { concatSources } from '../../bytes/concat-source.ts';
import { frame, frameCount, pixelDataOf } from '../../dicom/frames.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { isPart10, Part10Error } from '../../dicom/part10.ts';
import { transferSyntaxName } from '../../dicom/transfer-syntax-name.ts';
import { numbers as numbersIn, text } from '../../dicom/values.ts';
import { type Exchange, headerValue } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus, retrieved } from '../assess-status.ts';
import { completeResponse, decodedResponse, successfulResponse } from '../complete-response.ts';
import { doesNotDecode } from '../not-decoded.ts';
import { OCTETS, pairsMediaTypeAndTransferSyntax } from './bulkdata-media-types.ts';

/**
 * The answer to a request for frames (numbers from 1, in the order of the request) of a stored instance: WADO-RS-040,
 * one part of application/octet-stream each; -041, numbering from 1; -042, order, where there are several; -045, the
 * native bytes; -048, media types that fit.
 */
export function framesAre(exchange: Exchange, stored: StoredInstance, numbers: readonly number[]): Finding[] {
  return [
    returnsFrames(exchange, numbers, stored),
    numbersFramesFromOne(exchange, stored, numbers),
    ...(numbers.length > 1 ? [keepsTheOrder(exchange, stored, numbers)] : []),
    sendsNativeBytes(exchange, stored, numbers),
    pairsMediaTypeAndTransferSyntax(exchange),
  ];
}

const CONTENT_TYPE = { kind: 'header', name: 'Content-Type' } as const;

/** WADO-RS-040: 200, with as many parts of application/octet-stream as frames were named. */
export function returnsFrames(exchange: Exchange, numbers: readonly number[], stored?: StoredInstance): Finding {
  return assess('WADO-RS-040', 'returns the named frames as octet-stream parts', [exchange], (a) => {
    const answer = completeResponse(exchange, a);
    if (!answer || (stored && doesNotDecode(answer, stored, a))) return;
    if (!assessStatus(answer, retrieved('frames-not-retrieved'), a) && answer.status !== 206) return;
    const response = decodedResponse(answer, a);
    if (!response) return;
    const single = acceptedTypes(exchange).some(({ essence }) => essence === OCTETS);
    const essence = mediaTypeOf(response)?.essence;
    a.must(essence === 'multipart/related' || (single && essence === OCTETS), () =>
      breach('frames-media-type', CONTENT_TYPE, { type: headerValue(response.headers, 'Content-Type') }),
    );
    const frames = representationsOf(response);
    if (stored && areInOnePart(frames, stored, numbers, a)) {
      a.must(false, () => breach('frames-in-one-part', { kind: 'exchange' }, { asked: numbers.length }));
      return;
    }
    const count = { asked: numbers.length, returned: frames.length };
    a.must(frames.length === numbers.length, () =>
      breach(count.returned < count.asked ? 'frames-missing' : 'frames-too-many', { kind: 'exchange' }, count),
    );
    for (const representation of frames) {
      a.must(representation.mediaType?.essence === OCTETS, () =>
        breach(
          'frame-part-media-type',
          { ...CONTENT_TYPE, ...partOf(representation) },
          { type: headerValue(representation.headers, 'Content-Type') },
        ),
      );
    }
  });
}

/** Goes over the parts of a successful answer, each with the frame that it should be. */
function overFrames(
  requirement: string,
  claim: string,
  exchange: Exchange,
  stored: StoredInstance,
  numbers: readonly number[],
  judge: (part: Representation, expected: ByteSource, number: number, a: Assessment) => void,
): Finding {
  return assess(requirement, claim, [exchange], (a) => {
    const response = successfulResponse(exchange, a);
    if (!response) return;
    const forms = nativeForms(stored);
    if (forms.length === 0) {
      a.cannot('not-exercised', `${stored.name} is stored as ${transferSyntaxName(stored.transferSyntax)}`);
      return;
    }
    const parts = representationsOf(response);
    if (areInOnePart(parts, stored, numbers, a)) {
      a.cannot('prerequisite-failed', 'all frames of the list are in one part: WADO-RS-040 says so');
      return;
    }
    for (const [index, number] of numbers.entries()) {
      const part = parts[index];
      const expected = part && nativeFrame(stored, number, a, part.body);
      if (part && expected) judge(part, expected, number, a);
      else if (!part) a.cannot('prerequisite-failed', `there is no part for frame ${number}`);
    }
  });
}

/** Whether the one part of an answer is all frames of a list, one after the other. */
function areInOnePart(
  parts: readonly Representation[],
  stored: StoredInstance,
  numbers: readonly number[],
  a: Assessment,
): boolean {
  const [only, ...others] = parts;
  if (!only || others.length > 0 || numbers.length < 2 || nativeForms(stored).length === 0) return false;
  const frames = numbers.flatMap((number) => nativeFrame(stored, number, a, only.body) ?? []);
  return frames.length === numbers.length && compareBytes(concatSources(frames), only.body, true).kind === 'equal';
}

/** What reads the native bytes of stored frames, in each form that they may be sent in; none where that is not known. */
function nativeForms({ dataSet, transferSyntax, decoded }: StoredInstance): readonly FrameReader[] {
  const element = pixelDataOf(dataSet);
  if (!element?.fragments) return [(number) => frame(dataSet, number)];
  // What lost something differs from codec to codec, and colours may be sent in another space than they are stored in.
  const isColour = Number(numbersIn(dataSet, '00280002')[0] ?? 1) > 1 && text(dataSet, '00280004') !== 'RGB';
  if (mayBeLossy(transferSyntax) || isColour) return [];
  const pixels = { element, dataSet, transferSyntax, ...(decoded ? { decoded } : {}) };
  // Whether samples come by pixel or by plane is left to who decodes them.
  return [false, true].flatMap((planar) => frameReader(pixels, planar) ?? []);
}

/** The native bytes of a frame, in the form that `sent` has if it has one. */
function nativeFrame(stored: StoredInstance, number: number, a: Assessment, sent: ByteSource): ByteSource | null {
  try {
    const forms = nativeForms(stored).flatMap((read) => read(number) ?? []);
    if (forms.length === 0) {
      a.cannot('not-exercised', `${stored.name} is stored as ${transferSyntaxName(stored.transferSyntax)}`);
      return null;
    }
    const isCompressed = pixelDataOf(stored.dataSet)?.fragments !== undefined;
    if (isCompressed && forms.some((one) => hasSameSamples(stored.dataSet, one, sent))) return sent;
    return forms.find((one) => firstDifference(one, sent) < 0) ?? forms[0] ?? null;
  } catch (error) {
    if (!(error instanceof Part10Error)) throw error;
    a.cannot('not-exercised', `${stored.name} has no frame ${number} to compare with: ${error.message}`);
    return null;
  }
}

/** WADO-RS-041: frames are counted from 1: a part with the bytes of a neighbour was counted otherwise. */
export function numbersFramesFromOne(exchange: Exchange, stored: StoredInstance, numbers: readonly number[]): Finding {
  const claim = 'counts frames from 1';
  return overFrames('WADO-RS-041', claim, exchange, stored, numbers, ({ body, ...part }, expected, number, a) => {
    const neighbours = [number - 1, number + 1].filter((one) => one >= 1 && one <= frameCount(stored.dataSet));
    assessIdentity('frames-counted-otherwise', { ...part, body }, expected, number, neighbours, stored, a);
  });
}

/** WADO-RS-042: the parts are in the order of the list of frames. */
export function keepsTheOrder(exchange: Exchange, stored: StoredInstance, numbers: readonly number[]): Finding {
  const claim = 'keeps the order of the frame list';
  return overFrames('WADO-RS-042', claim, exchange, stored, numbers, (part, expected, number, a) => {
    assessIdentity('frames-in-another-order', part, expected, number, numbers, stored, a);
  });
}

/** Tells another frame in the place of this one from bytes that are none of them, which WADO-RS-045 grades. */
function assessIdentity(
  code: 'frames-counted-otherwise' | 'frames-in-another-order',
  part: Representation,
  expected: ByteSource,
  number: number,
  others: readonly number[],
  stored: StoredInstance,
  a: Assessment,
): void {
  const matches = (frame: ByteSource | null) => frame !== null && compareBytes(frame, part.body, true).kind === 'equal';
  const same = matches(expected);
  const mistaken = same ? undefined : others.find((other) => matches(nativeFrame(stored, other, a, part.body)));
  if (!same && mistaken === undefined) {
    a.cannot('prerequisite-failed', `the part for frame ${number} is none of the stored frames`);
    return;
  }
  a.must(same, () => breach(code, { kind: 'part', part: part.part ?? 0 }, { asked: number, returned: mistaken ?? 0 }));
}

/** WADO-RS-045: a frame is exactly its native bytes in little endian; one byte of padding may follow an odd-sized one. */
export function sendsNativeBytes(exchange: Exchange, stored: StoredInstance, numbers: readonly number[]): Finding {
  const claim = 'sends exactly the native bytes of each frame';
  return overFrames('WADO-RS-045', claim, exchange, stored, numbers, (part, expected, number, a) => {
    const compared = compareBytes(expected, part.body, expected.length % 2 === 1);
    const offset = compared.kind === 'different' ? (compared.offset ?? 0) : 0;
    a.must(compared.kind === 'equal', () =>
      changeOf(
        expected,
        part,
        { frame: number, name: stored.name, ...lengths(expected, part.body) },
        offset,
        pixelShapeOf(stored.dataSet),
      ),
    );
  });
}

function lengths(stored: ByteSource, returned: ByteSource) {
  return { stored: stored.length, returned: returned.length };
}

/** What bytes are that are not those of the frame: a whole file, too few or too many of them, or others. */
export function changeOf(
  stored: ByteSource,
  { body, ...part }: Representation,
  of: { readonly frame: number; readonly name: string; readonly stored: number; readonly returned: number },
  offset: number,
  shape: PixelShape | null,
): SeenBreach {
  const where = { kind: 'bytes', offset, ...partOf({ ...part, body }) } as const;
  const bytes = byteWindow(stored, body, offset);
  if (isPart10(body)) return breach('frame-sent-as-file', where, of, bytes);
  const difference = byteDifference(stored, body, shape);
  if (difference.how === 'cut') return breach('frame-cut-short', where, of, bytes);
  if (of.returned > of.stored) return breach('frame-too-long', where, of, bytes);
  return breach('frame-bytes-changed', where, { ...of, ...difference }, bytes);
}
