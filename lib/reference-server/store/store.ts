import { type Archive, KeepingError } from '../archive.ts';
import type { Instance } from '../instance.ts';
import { parseMediaType } from '../media-type.ts';
import { type Answer, type Header, Refusal, type Request } from '../message.ts';
import { type ReceivedPart, readMultipart } from '../multipart-reader.ts';
import { nativeModel } from '../native-model.ts';
import { negotiate, single } from '../negotiation.ts';
import { readMetadataParts } from './metadata-parts.ts';
import { FAILURE_REASON, type Outcome } from './outcome.ts';
import { readFile } from './read-file.ts';
import { responseModule } from './response-module.ts';

const DICOM = 'application/dicom';
const JSON_TYPE = 'application/dicom+json';
const XML_TYPE = 'application/dicom+xml';
const OFFERS = [single(JSON_TYPE), single(XML_TYPE), single('application/json')];

type Received = ReturnType<typeof readFile>;

/** Reads the payload of a store request. @throws Refusal 400 for bad syntax, 415 for a media type that is not taken. */
async function readPayload(request: Request): Promise<Received[]> {
  const contentType = request.headers['content-type'];
  if (contentType === undefined) throw new Refusal(415, 'the request has no Content-Type');
  const mediaType = parseMediaType(contentType);
  if (mediaType === null) throw new Refusal(400, 'the Content-Type cannot be read');
  if (mediaType.essence === DICOM) {
    const bytes = Buffer.concat(request.body);
    if (bytes.length === 0) throw new Refusal(400, 'the request has no body');
    return [readFile(bytes)];
  }
  const type = mediaType.parameters.get('type')?.toLowerCase() ?? DICOM;
  if (mediaType.essence !== 'multipart/related' || ![DICOM, JSON_TYPE, XML_TYPE].includes(type))
    throw new Refusal(415, `instances are stored as multipart/related of ${DICOM}, ${JSON_TYPE} or ${XML_TYPE}`);
  const boundary = mediaType.parameters.get('boundary');
  // RFC 2046 §5.1.1 holds a sender to 70 characters; Orthanc sends 73, and what is meant is plain.
  if (boundary === undefined || boundary === '') throw new Refusal(400, 'the Content-Type has no boundary');
  const parts = await readMultipart(request.body, boundary);
  return type === DICOM ? parts.map(readPart) : readMetadataParts(parts, request);
}

function readPart({ headers, body }: ReceivedPart): Received {
  const mediaType = parseMediaType(headers.get('content-type') ?? DICOM);
  if (mediaType?.essence !== DICOM) return { kind: 'unidentified', reason: FAILURE_REASON.cannotUnderstand };
  return readFile(body);
}

/**
 * Puts an instance into the archive. The same file again is fine and changes nothing; a different one under a known SOP
 * Instance UID is refused, so that what was acknowledged stays.
 */
function keep(received: Received, archive: Archive, study: string | undefined): Outcome {
  if ('kind' in received) return received;
  const { sopClass, instance } = received;
  if (study !== undefined && received.study !== study)
    return { kind: 'failed', sopClass, instance, reason: FAILURE_REASON.processingFailure };
  const present = archive.find(instance);
  if (present === undefined) return add(received, archive);
  if (isSame(present, received)) return { kind: 'stored', instance: present, isNew: false };
  return { kind: 'failed', sopClass, instance, reason: FAILURE_REASON.duplicateInstance };
}

/** What cannot be kept is not acknowledged. */
function add(received: Instance, archive: Archive): Outcome {
  const { sopClass, instance } = received;
  try {
    archive.add(received);
  } catch (error) {
    if (error instanceof KeepingError)
      return { kind: 'failed', sopClass, instance, reason: FAILURE_REASON.outOfResources };
    throw error;
  }
  return { kind: 'stored', instance: received, isNew: true };
}

function isSame(left: Instance, right: Instance): boolean {
  return left.study === right.study && left.series === right.series && Buffer.compare(left.bytes, right.bytes) === 0;
}

/** Location of what was created, where it is one study (PS3.18 Table 10.5.3-2). */
function locations(outcomes: readonly Outcome[], base: string): Header[] {
  const created = outcomes.filter((outcome) => outcome.kind === 'stored' && outcome.isNew);
  const [study, ...others] = new Set(
    created.map((outcome) => (outcome.kind === 'stored' ? outcome.instance.study : '')),
  );
  if (study === undefined || others.length > 0) return [];
  const url = `${base}/studies/${study}`;
  return [
    ['Location', url],
    ['Content-Location', url],
  ];
}

/**
 * Store Transaction (PS3.18 §10.5): 200 when every instance is kept, 202 when some are, 409 when none is, each with the
 * Store Instances Response Module.
 */
export async function store(request: Request, archive: Archive): Promise<Answer> {
  const accept = request.headers.accept ?? '*/*';
  const { offer } = negotiate({ ...request, headers: { ...request.headers, accept } }, OFFERS);
  const received = await readPayload(request);
  const outcomes = received.map((one) => keep(one, archive, request.route.study));
  const stored = outcomes.filter(({ kind }) => kind === 'stored').length;
  const status = stored === outcomes.length ? 200 : stored > 0 ? 202 : 409;
  const module = responseModule(outcomes, request.base);
  return {
    status,
    headers: locations(outcomes, request.base),
    content:
      offer.essence === XML_TYPE
        ? { kind: 'bytes', mediaType: XML_TYPE, bytes: nativeModel(module) }
        : { kind: 'json', mediaType: offer.essence, value: module },
  };
}
