import type { Archive } from '../archive.ts';
import { instancePath } from '../instance.ts';
import type { Answer, Part, Request } from '../message.ts';
import { multipart, negotiate, single } from '../negotiation.ts';
import { bulkDataParts } from './bulkdata.ts';
import { selectInstances } from './select.ts';
import { canEncode, inTransferSyntax } from './transfer-syntax.ts';

const DICOM = 'application/dicom';
const OCTETS = 'application/octet-stream';

/**
 * Retrieve Transaction for a study, a series or an instance (PS3.18 §10.4.3.3.1): every instance of it as a PS3.10 file,
 * in multipart form, or as it is for a single instance that is asked for as application/dicom.
 */
export async function retrieveInstances(request: Request, archive: Archive): Promise<Answer> {
  const instances = selectInstances(archive, request.route);
  const possible = (wanted: string): boolean => instances.every((instance) => canEncode(instance, wanted));
  const offers = [
    multipart(DICOM, possible),
    ...(request.route.level === 'instances' ? [single(DICOM, possible)] : []),
    multipart(OCTETS),
  ];
  const { offer, transferSyntax } = negotiate(request, offers);
  if (offer.root === OCTETS) {
    const parts = instances.flatMap((instance) => bulkDataParts(instance, request.base));
    return { status: 200, headers: [], content: { kind: 'multipart', rootType: OCTETS, parts } };
  }
  const parts = instances.map((instance): Part => {
    const encoded = inTransferSyntax(instance, transferSyntax);
    return {
      headers: [
        ['Content-Type', `${DICOM}; transfer-syntax=${encoded.transferSyntax}`],
        ['Content-Location', request.base + instancePath(instance)],
      ],
      body: encoded.bytes,
    };
  });
  const [only] = parts;
  if (offer.root === undefined && only) {
    const [[, mediaType], location] = only.headers as [readonly [string, string], readonly [string, string]];
    return { status: 200, headers: [location], content: { kind: 'bytes', mediaType, bytes: only.body } };
  }
  return { status: 200, headers: [], content: { kind: 'multipart', rootType: DICOM, parts } };
}
