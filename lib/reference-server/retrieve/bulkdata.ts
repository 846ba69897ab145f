import { readAll } from '../../bytes/byte-source.ts';
import type { DataElement, DataSet } from '../../dicom/data-set.ts';
import { frameCount } from '../../dicom/frames.ts';
import { littleEndianValue } from '../../dicom/json.ts';
import type { Archive } from '../archive.ts';
import { bulkDataElements, readInstance } from '../attributes-of.ts';
import { type Instance, instancePath } from '../instance.ts';
import { type Answer, type Part, Refusal, type Request } from '../message.ts';
import { multipart, negotiate, single } from '../negotiation.ts';
import { isDecodable } from './decode.ts';
import { nativeFrame } from './frames.ts';
import { imageTypeOf } from './image-type.ts';
import { selectInstances } from './select.ts';
import { storedFrame } from './stored-frame.ts';

const OCTETS = 'application/octet-stream';

interface Value {
  readonly element: DataElement;
  readonly dataSet: DataSet;
}

/** Follows tags and item numbers (from 0) to an element. @throws Refusal 404 when the path leads nowhere. */
function findValue(root: DataSet, path: string): Value {
  const steps = path.split('/');
  let dataSet: DataSet | undefined = root;
  for (let step = 0; step + 2 < steps.length; step += 2) {
    const number: string = steps[step + 1] ?? '';
    const items: readonly DataSet[] | undefined = dataSet?.elements.get(steps[step] ?? '')?.items;
    dataSet = /^\d+$/.test(number) ? items?.[Number(number)] : undefined;
  }
  const element = steps.length % 2 === 1 ? dataSet?.elements.get(steps.at(-1) ?? '') : undefined;
  if (dataSet === undefined || element === undefined || element.items)
    throw new Refusal(404, 'this instance has no such bulk data');
  return { element, dataSet };
}

function frameNumbers(dataSet: DataSet): number[] {
  return Array.from({ length: frameCount(dataSet) }, (_, index) => index + 1);
}

/** The value of an element as one byte stream; compressed frames are decoded and joined. */
function bytesOf(instance: Instance, { element, dataSet }: Value): Uint8Array {
  if (element.fragments === undefined) return readAll(littleEndianValue(element, dataSet));
  return Buffer.concat(frameNumbers(dataSet).map((number) => nativeFrame(instance, dataSet, number)));
}

function part(mediaType: string, location: string, body: Uint8Array): Part {
  return {
    headers: [
      ['Content-Type', mediaType],
      ['Content-Location', location],
    ],
    body,
  };
}

/** A part for each bulk data value of an instance under the location that its metadata give (PS3.18 §10.4.3.3.5). */
export function bulkDataParts(instance: Instance, base: string): Part[] {
  const { dataSet } = readInstance(instance);
  return bulkDataElements(instance).flatMap((path) => {
    const value = findValue(dataSet, path);
    if (value.element.fragments && !isDecodable(instance.transferSyntax)) return [];
    return [part(OCTETS, `${base}${instancePath(instance)}/bulkdata/${path}`, bytesOf(instance, value))];
  });
}

/** One bulk data value, or all of a study, series or instance (PS3.18 §10.4.1.1.5). */
export async function retrieveBulkData(request: Request, archive: Archive): Promise<Answer> {
  const instances = selectInstances(archive, request.route);
  const path = request.route.element;
  if (path === undefined) {
    negotiate(request, [multipart(OCTETS)]);
    const parts = instances.flatMap((instance) => bulkDataParts(instance, request.base));
    if (parts.length === 0) throw new Refusal(404, 'there is no bulk data');
    return { status: 200, headers: [], content: { kind: 'multipart', rootType: OCTETS, parts } };
  }
  const [instance] = instances;
  const value = findValue(readInstance(instance).dataSet, path);
  const location = request.base + request.path;
  const image = value.element.fragments ? imageTypeOf(instance.transferSyntax) : undefined;
  const octets = value.element.fragments === undefined || isDecodable(instance.transferSyntax);
  const { offer } = negotiate(request, [
    ...(octets ? [multipart(OCTETS)] : []),
    ...(image ? [multipart(image)] : []),
    ...(octets ? [single(OCTETS)] : []),
  ]);
  if (offer.root !== undefined && offer.root === image) {
    const mediaType = `${image}; transfer-syntax=${instance.transferSyntax}`;
    const parts = frameNumbers(value.dataSet).map((number) =>
      part(
        mediaType,
        `${request.base}${instancePath(instance)}/frames/${number}`,
        readAll(storedFrame(value.dataSet, number)),
      ),
    );
    return { status: 200, headers: [], content: { kind: 'multipart', rootType: image, parts } };
  }
  const bytes = bytesOf(instance, value);
  if (offer.root === undefined) {
    const headers = [['Content-Location', location] as const];
    return { status: 200, headers, content: { kind: 'bytes', mediaType: OCTETS, bytes } };
  }
  return {
    status: 200,
    headers: [],
    content: { kind: 'multipart', rootType: OCTETS, parts: [part(OCTETS, location, bytes)] },
  };
}
