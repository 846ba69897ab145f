import type { Archive } from '../archive.ts';
import { metadataOf } from '../attributes-of.ts';
import { withETag } from '../etag.ts';
import { instancePath } from '../instance.ts';
import type { Answer, Request } from '../message.ts';
import { nativeModel } from '../native-model.ts';
import { multipart, negotiate, single } from '../negotiation.ts';
import { selectInstances } from './select.ts';

const JSON_TYPE = 'application/dicom+json';
const XML_TYPE = 'application/dicom+xml';
const OFFERS = [single(JSON_TYPE), multipart(XML_TYPE), single('application/json')];

/** Metadata of a study, a series or an instance (PS3.18 §10.4.3.3.2): one data set for each instance. */
export async function retrieveMetadata(request: Request, archive: Archive): Promise<Answer> {
  const instances = selectInstances(archive, request.route);
  const { offer } = negotiate(request, OFFERS);
  if (offer.root === XML_TYPE) {
    const parts = instances.map((instance) => ({
      headers: [
        ['Content-Type', XML_TYPE] as const,
        ['Content-Location', `${request.base}${instancePath(instance)}/metadata`] as const,
      ],
      body: nativeModel(metadataOf(instance, request.base)),
    }));
    return { status: 200, headers: [], content: { kind: 'multipart', rootType: XML_TYPE, parts } };
  }
  const value = instances.map((instance) => metadataOf(instance, request.base));
  const headers = [['Content-Location', request.base + request.path] as const];
  return withETag({ status: 200, headers, content: { kind: 'json', mediaType: offer.essence, value } }, request);
}
