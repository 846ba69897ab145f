import { readAll } from '../../bytes/byte-source.ts';
import type { DataSet } from '../../dicom/data-set.ts';
import { frameCount } from '../../dicom/frames.ts';
import { TRANSFER_SYNTAX } from '../../dicom/transfer-syntax.ts';
import type { Archive } from '../archive.ts';
import { readInstance } from '../attributes-of.ts';
import { type Instance, instancePath } from '../instance.ts';
import { type Answer, type Part, Refusal, type Request } from '../message.ts';
import { multipart, negotiate, type Offer, single } from '../negotiation.ts';
import { decodeFrame, isDecodable, isNative } from './decode.ts';
import { imageTypeOf } from './image-type.ts';
import { selectInstances } from './select.ts';
import { storedFrame } from './stored-frame.ts';

const OCTETS = 'application/octet-stream';

/** Reads a frame list of numbers from 1. @throws Refusal 400 for anything else, 404 for a frame beyond the last. */
export function frameNumbers(list: string, dataSet: DataSet): number[] {
  const count = frameCount(dataSet);
  if (count === 0) throw new Refusal(404, 'this instance has no pixel data');
  return list.split(',').map((text) => {
    if (!/^[1-9]\d*$/.test(text))
      throw new Refusal(400, `${JSON.stringify(text)} is no frame number; the first frame is 1`);
    if (Number(text) > count) throw new Refusal(404, `this instance has ${count} frames`);
    return Number(text);
  });
}

/** One frame as native little-endian pixels. */
export function nativeFrame({ transferSyntax }: Instance, dataSet: DataSet, number: number): Uint8Array {
  const stored = readAll(storedFrame(dataSet, number));
  return isNative(transferSyntax) ? stored : decodeFrame(stored, transferSyntax, dataSet);
}

function offersFor(instance: Instance, severalFrames: boolean): Offer[] {
  const nativeOnly = (uid: string): boolean => uid === '*' || uid === TRANSFER_SYNTAX.explicitLittleEndian;
  const asStored = (uid: string): boolean => uid === '*' || uid === instance.transferSyntax;
  const image = imageTypeOf(instance.transferSyntax);
  return [
    ...(isDecodable(instance.transferSyntax) ? [multipart(OCTETS, nativeOnly)] : []),
    ...(image ? [multipart(image, asStored)] : []),
    ...(isDecodable(instance.transferSyntax) && !severalFrames ? [single(OCTETS, nativeOnly)] : []),
    ...(image && !severalFrames ? [single(image, asStored)] : []),
  ];
}

/** Frames of an instance (PS3.18 §10.4.1.1.6): native pixels, or the bare codestream where its image type is asked for. */
export async function retrieveFrames(request: Request, archive: Archive): Promise<Answer> {
  const [instance] = selectInstances(archive, request.route);
  const { dataSet } = readInstance(instance);
  const numbers = frameNumbers(request.route.frames ?? '', dataSet);
  const { offer } = negotiate(request, offersFor(instance, numbers.length > 1));
  const native = (offer.root ?? offer.essence) === OCTETS;
  const transferSyntax = native ? TRANSFER_SYNTAX.explicitLittleEndian : instance.transferSyntax;
  const mediaType = `${offer.root ?? offer.essence}; transfer-syntax=${transferSyntax}`;
  const parts = numbers.map(
    (number): Part => ({
      headers: [
        ['Content-Type', mediaType],
        ['Content-Location', `${request.base}${instancePath(instance)}/frames/${number}`],
      ],
      body: native ? nativeFrame(instance, dataSet, number) : readAll(storedFrame(dataSet, number)),
    }),
  );
  const [only] = parts;
  if (offer.root === undefined && only) {
    const headers = only.headers.filter(([name]) => name === 'Content-Location');
    return { status: 200, headers, content: { kind: 'bytes', mediaType, bytes: only.body } };
  }
  return { status: 200, headers: [], content: { kind: 'multipart', rootType: offer.root ?? OCTETS, parts } };
}
