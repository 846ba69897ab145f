import { tryDelete, UnusedStudy } from '../deletion/try-delete.ts';
import { createDicomWebClient } from '../dicomweb/client.ts';
import type { DicomWebClient } from '../dicomweb/operations.ts';
import type { SendingOptions } from '../dicomweb/send.ts';
import type { Exchange } from '../http/exchange.ts';
import { answeredUrl, headerValues, isRedirect } from '../http/exchange.ts';
import type { Transport } from '../http/plain-transport.ts';
import type { Claim } from '../target/profile.ts';
import type { Target } from '../target/target.ts';
import { baseAbove, isSuccess } from './base-above.ts';
import { anotherInterface, credentialsRefused, notDicomWeb, type Refusal, unreachable } from './refusals.ts';
import { isOfAnotherInterface, signOf, statusText } from './signs.ts';
import { usualRoot } from './usual-roots.ts';

/** The target can be judged. What was seen of its capabilities is `unknown` where it could not be told. */
export interface ProbeReady {
  readonly kind: 'ready';
  /** How the server names itself, as `Server: Orthanc`; empty where it does not. */
  readonly names: readonly string[];
  readonly search: Claim;
  readonly searchEvidence: string;
  readonly delete: Claim;
  readonly deleteEvidence: string;
  readonly exchanges: readonly Exchange[];
}

export type ProbeOutcome = ProbeReady | (Refusal & { readonly exchanges: readonly Exchange[] });

/**
 * Looks at a target before anything is judged or written: can it be reached, does it take the credentials, is it a
 * DICOMweb server, can it delete? It asks only for a study that cannot exist. A server that is odd, broken or hollow
 * but speaks DICOMweb is `ready`: judging it is what the harness is for.
 */
export async function probe(target: Target, transport: Transport): Promise<ProbeOutcome> {
  let count = 0;
  const exchanges: Exchange[] = [];
  const recording: Transport = {
    ...transport,
    async send(request) {
      const exchange = await transport.send(request);
      exchanges.push(exchange);
      return exchange;
    },
  };
  const sending = { target, transport: recording, nextExchangeId: () => `probe.${++count}` };
  const dicomweb = createDicomWebClient(sending);
  const unused = new UnusedStudy();
  const refused = await refusal(sending, dicomweb, unused.uid, exchanges);
  if (refused) return { ...refused, exchanges };
  const [search, searchEvidence] = searchCapability(
    exchanges.filter(({ operation }) => operation.startsWith('search')),
  );
  const [remove, deleteEvidence] = await deleteCapability(sending, unused);
  return {
    kind: 'ready',
    names: namesIn(exchanges),
    search,
    searchEvidence,
    delete: remove,
    deleteEvidence,
    exchanges,
  };
}

async function refusal(
  sending: SendingOptions,
  dicomweb: DicomWebClient,
  study: string,
  exchanges: readonly Exchange[],
): Promise<Refusal | null> {
  const { target } = sending;
  const query = [['StudyInstanceUID', study]] as const;
  const narrow = await dicomweb.search({ level: 'studies' }, query);
  if (narrow.response === null && cannotConnect(narrow)) return unreachable(target, narrow);
  if (narrow.response?.status === 401 || narrow.response?.status === 407) {
    // Behind a redirect to another origin the credentials were not sent.
    const isElsewhere = new URL(answeredUrl(narrow)).origin !== new URL(narrow.request.url).origin;
    return isElsewhere ? notDicomWeb(target, exchanges) : credentialsRefused(target, narrow.response);
  }
  const misplaced = await baseAbove(sending, narrow, query);
  if (misplaced) return misplaced;
  if (isOfAnotherInterface(narrow)) return (await usualRoot(sending, query)) ?? anotherInterface(target);
  if (signOf(narrow) === 'dicomweb') return null;
  const described = await dicomweb.retrieveMetadata({ study });
  if (signOf(described) === 'dicomweb') return null;
  if (isUnanswered(narrow) && isUnanswered(described)) return unreachable(target, narrow);
  const broad = await dicomweb.search({ level: 'studies' }, [['limit', '1']]);
  const isEmpty = signOf(narrow) === 'empty-list';
  // An interface of its own that lists nothing may refuse a limit, as a DICOMweb server may.
  if (signOf(broad) === 'dicomweb' && !(isEmpty && !isSuccess(broad))) return null;
  // What fails is there: another path is no remedy.
  const isFailing = (narrow.response?.status ?? 0) >= 500;
  const elsewhere = isFailing ? null : await usualRoot(sending, query);
  if (elsewhere) return elsewhere;
  if (target.isReadOnly) return isEmpty ? null : notDicomWeb(target, exchanges);
  // A gateway that only takes objects in: nothing is stored by a message without parts.
  const stored = await dicomweb.store([]);
  if (signOf(stored) !== 'none' || (isEmpty && stored.response === null)) return null;
  return notDicomWeb(target, exchanges);
}

/** Nobody is there. A search that leads away or is never answered says nothing of what else the server has. */
function cannotConnect({ failure, earlier, timings }: Exchange): boolean {
  if (earlier?.some(isRedirect)) return false;
  const isConnecting = failure?.code === 'timed-out' && timings.sent === null;
  return isConnecting || ['unreachable', 'tls', 'proxy', 'credentials'].includes(failure?.code ?? '');
}

function isUnanswered({ response, failure }: Exchange): boolean {
  return response === null && failure?.code === 'timed-out';
}

function searchCapability(searches: readonly Exchange[]): readonly [Claim, string] {
  const answered = searches.flatMap(({ response }) => (response ? [response] : []));
  const success = answered.find(({ status }) => status === 200 || status === 204);
  if (success) return ['yes', `search answered ${statusText(success)}`];
  const [first] = answered;
  if (!first) return ['unknown', 'no search was answered'];
  const unsupported = answered.every(({ status }) => status === 405 || status === 501);
  return [unsupported ? 'no' : 'unknown', `search answered ${statusText(first)}`];
}

async function deleteCapability(sending: SendingOptions, unused: UnusedStudy): Promise<readonly [Claim, string]> {
  if (sending.target.profile.features.deleteStudy === 'no') return ['unknown', 'not tried: the profile says no'];
  if (sending.target.isReadOnly) return ['unknown', 'not tried: the run is read-only'];
  const { response, failure } = await tryDelete(sending, unused);
  if (!response) return ['unknown', `DELETE of a study that does not exist: ${failure?.message ?? 'no answer'}`];
  const evidence = `DELETE of a study that does not exist answered ${statusText(response)}`;
  return [[401, 403, 405, 501].includes(response.status) ? 'no' : 'unknown', evidence];
}

const NAME_FIELDS = ['Server', 'X-Powered-By', 'X-AspNet-Version', 'api-supported-versions'];

function namesIn(exchanges: readonly Exchange[]): string[] {
  const names = exchanges.flatMap(({ response }) =>
    NAME_FIELDS.flatMap((field) =>
      headerValues(response?.headers ?? [], field).map((value) => `${field}: ${value.slice(0, 200)}`),
    ),
  );
  return [...new Set(names)];
}
