import { readAll } from '../bytes/byte-source.ts';
import type { DicomWebClient } from '../dicomweb/operations.ts';
import { decodedBody } from '../http/content.ts';
import type { Exchange, ExchangeResponse } from '../http/exchange.ts';

/** `unclear`: the server gave no usable answer, so that neither may be assumed. */
interface StudyPresence {
  readonly kind: 'present' | 'absent' | 'unclear';
  /** What was seen, in a sentence part. */
  readonly evidence: string;
  readonly exchanges: readonly Exchange[];
}

/** An answer about one study is small; more than this is not read. */
const LARGEST_ANSWER = 64 * 2 ** 20;
const STUDY_INSTANCE_UID = '0020000D';

/**
 * Whether a study is on the server already: asked of search and of metadata, since either can be broken. Either of them
 * showing the study is enough for `present`; it takes a clear no of at least one, and a yes of none, for `absent`.
 */
export async function studyExists(dicomweb: DicomWebClient, study: string): Promise<StudyPresence> {
  const search = await dicomweb.search({ level: 'studies' }, [['StudyInstanceUID', study]]);
  const found = answerOf(search, study, 'search');
  if (found.kind === 'present') return { ...found, exchanges: [search] };
  const metadata = await dicomweb.retrieveMetadata({ study });
  const retrieved = answerOf(metadata, study, 'metadata');
  const exchanges = [search, metadata];
  if (retrieved.kind === 'present') return { ...retrieved, exchanges };
  const kind = found.kind === 'absent' || retrieved.kind === 'absent' ? 'absent' : 'unclear';
  return { kind, evidence: `${found.evidence}; ${retrieved.evidence}`, exchanges };
}

type Answer = Omit<StudyPresence, 'exchanges'>;

function answerOf({ response, failure }: Exchange, study: string, resource: 'search' | 'metadata'): Answer {
  if (!response || failure) return { kind: 'unclear', evidence: `${resource}: ${failure?.message ?? 'no answer'}` };
  const { status } = response;
  const evidence = `${resource} answered ${status}`;
  if (status === 204 || status === 404 || status === 410) return { kind: 'absent', evidence };
  if (status !== 200) return { kind: 'unclear', evidence };
  const dataSets = dataSetsIn(response);
  if (dataSets === null) return { kind: 'unclear', evidence: `${evidence} with no DICOM JSON` };
  return dataSets.some((dataSet) => shows(dataSet, study, resource))
    ? { kind: 'present', evidence: `${evidence} with the study` }
    : { kind: 'absent', evidence: `${evidence} without the study` };
}

function dataSetsIn(response: ExchangeResponse): readonly unknown[] | null {
  const decoded = decodedBody(response, LARGEST_ANSWER);
  if (!decoded.ok || decoded.body.length > LARGEST_ANSWER) return null;
  if (decoded.body.length === 0) return [];
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(readAll(decoded.body)));
    return Array.isArray(value) ? value : [value];
  } catch {
    return null;
  }
}

/** A search may ignore its filter, so the UID has to be there; metadata that leaves it out is still that study's. */
function shows(dataSet: unknown, study: string, resource: 'search' | 'metadata'): boolean {
  if (dataSet === null || typeof dataSet !== 'object' || Object.keys(dataSet).length === 0) return false;
  const element = (dataSet as Readonly<Record<string, { readonly Value?: unknown } | null>>)[STUDY_INSTANCE_UID];
  const value: unknown = Array.isArray(element?.Value) ? element.Value[0] : null;
  return typeof value === 'string' ? value.replace(/[\0 ]+$/, '') === study : resource === 'metadata';
}
