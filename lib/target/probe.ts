import { randomUUID } from 'node:crypto';
import { createDicomWebClient } from '../dicomweb/client.ts';
import type { DicomWebClient } from '../dicomweb/operations.ts';
import type { Exchange, ExchangeResponse } from '../http/exchange.ts';
import { headerValues } from '../http/exchange.ts';
import type { Transport } from '../http/transport.ts';
import { signOf, speaksTlsOnly, statusText } from './probe-signs.ts';
import type { Claim } from './profile.ts';
import type { Target } from './target.ts';

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

/** The target cannot be judged, and this is what to say about it; the commands end with exit code 3. */
export interface ProbeRefusal {
  readonly kind: 'unreachable' | 'refused' | 'not-dicomweb';
  readonly message: string;
  readonly hint: string;
  readonly exchanges: readonly Exchange[];
}

export type ProbeOutcome = ProbeReady | ProbeRefusal;

type Refusal = Omit<ProbeRefusal, 'exchanges'>;

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
  const dicomweb = createDicomWebClient({ target, transport: recording, nextExchangeId: () => `probe.${++count}` });
  const study = freshUid();
  const refused = await refusal(target, dicomweb, study, exchanges);
  if (refused) return { ...refused, exchanges };
  const [search, searchEvidence] = searchCapability(
    exchanges.filter(({ operation }) => operation.startsWith('search')),
  );
  const [remove, deleteEvidence] = await deleteCapability(target, dicomweb, study);
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

/** A UID that names nothing: 122 random bits under 2.25 (PS3.5 §B.2). */
export function freshUid(): string {
  return `2.25.${BigInt(`0x${randomUUID().replaceAll('-', '')}`)}`;
}

async function refusal(
  target: Target,
  dicomweb: DicomWebClient,
  study: string,
  exchanges: readonly Exchange[],
): Promise<Refusal | null> {
  const narrow = await dicomweb.search({ level: 'studies' }, [['StudyInstanceUID', study]]);
  if (narrow.response === null && cannotConnect(narrow)) return unreachable(target, narrow);
  if (narrow.response?.status === 401 || narrow.response?.status === 407) return credentials(target, narrow.response);
  if (signOf(narrow) === 'dicomweb') return null;
  if (signOf(await dicomweb.retrieveMetadata({ study })) === 'dicomweb') return null;
  if (signOf(await dicomweb.search({ level: 'studies' }, [['limit', '1']])) === 'dicomweb') return null;
  // A gateway that only takes objects in: nothing is stored by a message without parts.
  if (signOf(await dicomweb.store([])) === 'dicomweb') return null;
  return verdictOn(target, exchanges);
}

function cannotConnect({ failure }: Exchange): boolean {
  return failure?.code === 'unreachable' || failure?.code === 'tls' || failure?.code === 'timed-out';
}

function unreachable({ baseUrl, timeoutMs }: Target, { failure }: Exchange): Refusal {
  const why = failure?.message ?? 'no answer';
  if (failure?.code === 'tls') {
    return {
      kind: 'unreachable',
      message: `${baseUrl} was reached, but TLS failed: ${why}`,
      hint: /wrong.version|packet length|record/i.test(why)
        ? 'The port seems to speak plain HTTP: try http:// in the URL.'
        : 'For a certificate of a private authority set NODE_EXTRA_CA_CERTS to its PEM file.',
    };
  }
  return {
    kind: 'unreachable',
    message: `${baseUrl} cannot be reached: ${why}`,
    hint:
      failure?.code === 'timed-out'
        ? `It did not answer within ${timeoutMs} ms: is it overloaded, or does a firewall drop the connection?`
        : 'Is the server running, and are host and port right?',
  };
}

function credentials({ baseUrl, credentials: { kind } }: Target, response: ExchangeResponse): Refusal {
  const status = statusText(response);
  return {
    kind: 'refused',
    message:
      kind === 'none'
        ? `${baseUrl} wants credentials (${status})`
        : `${baseUrl} does not accept the ${kind === 'headers' ? 'configured header fields' : `${kind} credentials`} (${status})`,
    hint: 'Set DICOMWEB_TOKEN, DICOMWEB_TOKEN_FILE, DICOMWEB_USER with DICOMWEB_PASSWORD, or DICOMWEB_HEADERS_FILE.',
  };
}

/** None of the probes had an answer as of a DICOMweb server: says what it is instead. */
function verdictOn(target: Target, exchanges: readonly Exchange[]): Refusal {
  const { baseUrl } = target;
  const answers = exchanges.flatMap(({ response, failure }) => (response && !failure ? [response] : []));
  const [first] = answers;
  if (!first) {
    const seen = [...new Set(exchanges.map(({ failure }) => failure?.message ?? 'no answer'))].slice(0, 2).join('; ');
    const speaksHttp = exchanges.some(({ response }) => response !== null);
    const foreign = !speaksHttp && exchanges.every(({ failure }) => failure?.code === 'malformed');
    return {
      kind: foreign ? 'not-dicomweb' : 'unreachable',
      message: foreign ? `${baseUrl} does not speak HTTP: ${seen}` : `${baseUrl} completes no response: ${seen}`,
      hint: foreign
        ? 'Is this the HTTP port of the server?'
        : 'It takes connections and breaks them off; its log may say why.',
    };
  }
  const refusing = answers.find(({ status }) => status === 401 || status === 403 || status === 407);
  if (refusing) return credentials(target, refusing);
  if (answers.every(({ status }) => status >= 502 && status <= 504)) {
    return {
      kind: 'unreachable',
      message: `${baseUrl} is behind a gateway that answers ${statusText(first)} to everything`,
      hint: 'Is the server behind the gateway running?',
    };
  }
  const location = headerValues(first.headers, 'location')[0];
  if (first.status >= 300 && first.status < 400) {
    return {
      kind: 'not-dicomweb',
      message: `${baseUrl} redirects (${statusText(first)})${location ? ` to ${location.slice(0, 200)}` : ''}`,
      hint: 'The harness follows no redirects. Give the final URL, or credentials if this is a login page.',
    };
  }
  if (speaksTlsOnly(first)) {
    return {
      kind: 'not-dicomweb',
      message: `${baseUrl} wants TLS (${statusText(first)})`,
      hint: 'Use https:// in the URL.',
    };
  }
  const seen = [...new Set(answers.map(statusText))].join(', ');
  return {
    kind: 'not-dicomweb',
    message: `${baseUrl} does not look like a DICOMweb server: searches, metadata and store were answered ${seen}`,
    hint: 'Is the path right? The base URL is the one below which /studies lies, such as https://host/dicom-web.',
  };
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

async function deleteCapability(
  target: Target,
  dicomweb: DicomWebClient,
  study: string,
): Promise<readonly [Claim, string]> {
  if (target.profile.features.deleteStudy === 'no') return ['unknown', 'not tried: the profile says no'];
  const { response, failure } = await dicomweb.delete({ study });
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
