import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ByteSource, memorySource } from '../bytes/byte-source.ts';
import { openInstance, type StoredInstance } from '../dicom/instance.ts';
import { createDicomWebClient } from '../dicomweb/client.ts';
import type {
  InstancePath,
  DicomWebClient as Operations,
  QueryParameters,
  RequestOptions,
  ResourcePath,
  SearchResource,
  SeriesPath,
  StudyPath,
} from '../dicomweb/operations.ts';
import { resourcePath } from '../dicomweb/paths.ts';
import type { SendingOptions } from '../dicomweb/send.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Transport } from '../http/plain-transport.ts';
import { createTransport } from '../http/transport.ts';
import type { ServiceRoots } from '../target/target.ts';
import { type Asked, remember } from './asked.ts';
import { checkedFrames, checkedInstance, checkedPath, checkedSearch } from './checked-path.ts';
import { Target, wholeOf } from './open-target.ts';
import { openTarget, type TargetOptions } from './target.ts';

/** Options of a client. */
export interface ClientOptions {
  /** Ends every request under way, as the failure `aborted`. */
  readonly signal?: AbortSignal;
}

/** Makes what lib/deletion sends by. No method of the client gives it: its target has the credentials. */
let sendingFor: (client: DicomWebClient) => SendingOptions;

/** What lib/deletion sends by, for the rest of the library. */
export function sendingOf(client: DicomWebClient): SendingOptions {
  return sendingFor(client);
}

/** A DICOM file (PS3.10) to be stored: its bytes, or an instance of a data set. */
export type Storable = Uint8Array | StoredInstance;

/**
 * A DICOMweb client that returns what was on the wire. Every operation sends one request as an ordinary client does and
 * resolves with the exchange, failures included: none throws for an answer. It cannot delete; a study that `storeStudy`
 * stored is removed by that study's `remove`.
 *
 * A path or a level that cannot be meant rejects with a TypeError, and so does a request of a client that was closed.
 *
 * Close it when you are done: it holds connections and, for large bodies, files. Read those bodies before that.
 */
export class DicomWebClient {
  /** The server, without what is secret of it. */
  readonly target: Target;
  /** Every exchange so far, in order. */
  readonly exchanges: readonly Exchange[];
  /** Studies that are on the server under UIDs of our own. */
  readonly #studies = new Set<readonly StoredInstance[]>();
  readonly #exchanges: Exchange[] = [];
  #count = 0;
  #isClosed = false;
  readonly #folder = mkdtempSync(join(tmpdir(), 'dicomweb-harness-'));
  readonly #transport: Transport;
  readonly #operations: Operations;
  static {
    sendingFor = (client) => ({
      target: wholeOf(client.target),
      transport: client.#transport,
      nextExchangeId: () => `library.${++client.#count}`,
    });
  }

  readonly #removeFolder = (): void => rmSync(this.#folder, { recursive: true, force: true });

  /** @throws CommandError for a target that cannot be meant, such as a URL with a password in it. */
  constructor(target: TargetOptions | Target, { signal }: ClientOptions = {}) {
    this.target = target instanceof Target ? target : openTarget(target);
    this.exchanges = this.#exchanges;
    this.#transport = createTransport({
      target: wholeOf(this.target),
      spoolFolder: join(this.#folder, 'bodies'),
      ...(signal ? { signal } : {}),
    });
    this.#operations = createDicomWebClient(sendingOf(this));
    process.once('exit', this.#removeFolder);
  }

  /** POST of DICOM files as multipart/related (PS3.18 §10.5), to `/studies` or to the study that is named. */
  async store(instances: readonly Storable[], study?: string, options?: RequestOptions): Promise<Exchange> {
    if (study !== undefined) checkedPath({ study });
    const sources = instances.map((one) => sourceOf(one));
    const sent = instances.map((one, index) => asInstance(one, index));
    const isOrdinary = sent.every((one) => one !== null && (study === undefined || one.study === study));
    const asked: Asked = { kind: 'store', sent: isOrdinary ? sent.filter((one) => one !== null) : [] };
    return this.#ask(asked, options, (client) => client.store(sources, study, options));
  }

  /** GET of all instances of a study (PS3.18 §10.4). */
  async retrieveStudy({ study }: StudyPath, options?: RequestOptions): Promise<Exchange> {
    checkedPath({ study });
    return this.#ask({ kind: 'instances', path: { study } }, options, (client) =>
      client.retrieveStudy({ study }, options),
    );
  }

  /** GET of all instances of a series. */
  async retrieveSeries({ study, series }: SeriesPath, options?: RequestOptions): Promise<Exchange> {
    const path = { study, series };
    checkedPath(path);
    return this.#ask({ kind: 'instances', path }, options, (client) => client.retrieveSeries(path, options));
  }

  /** GET of one instance. */
  async retrieveInstance(resource: InstancePath, options?: RequestOptions): Promise<Exchange> {
    const path = checkedInstance(resource);
    return this.#ask({ kind: 'instances', path }, options, (client) => client.retrieveInstance(path, options));
  }

  /** GET of the metadata of a study, series or instance as DICOM JSON. */
  async retrieveMetadata(resource: ResourcePath, options?: RequestOptions): Promise<Exchange> {
    const path = checkedPath(resource);
    return this.#ask({ kind: 'metadata', path }, options, (client) => client.retrieveMetadata(path, options));
  }

  /** GET of frames of an instance, by their numbers from 1. */
  async retrieveFrames(resource: InstancePath, frames: readonly number[], options?: RequestOptions): Promise<Exchange> {
    const path = checkedInstance(resource);
    checkedFrames(frames);
    return this.#ask({ kind: 'frames', path, frames }, options, (client) =>
      client.retrieveFrames(path, frames, options),
    );
  }

  /** GET of a rendered study, series or instance, as JPEG unless `accept` says otherwise. */
  async retrieveRendered(resource: ResourcePath, options?: RequestOptions): Promise<Exchange> {
    const path = checkedPath(resource);
    return this.#ask({ kind: 'rendered', path }, options, (client) => client.retrieveRendered(path, options));
  }

  /** GET of the thumbnail of a study, series or instance (PS3.18 §10.4.1.1.5), as JPEG unless `accept` says otherwise. */
  async retrieveThumbnail(resource: ResourcePath, options: RequestOptions = {}): Promise<Exchange> {
    const path = `${resourcePath(checkedPath(resource))}/thumbnail`;
    return this.request('retrieve', 'GET', path, { accept: 'image/jpeg', ...options });
  }

  /** GET of the bulk data of an instance, all of them or one that its metadata refer to by a URI (PS3.18 §10.4.1.1.2). */
  async retrieveBulkData(
    resource: InstancePath & { readonly uri?: string },
    options?: RequestOptions,
  ): Promise<Exchange> {
    const path = resourcePath(checkedInstance(resource));
    if (resource.uri === undefined) return this.request('retrieve', 'GET', `${path}/bulkdata`, options);
    return this.retrieveUrl(resource.uri, `${this.target.baseUrl}${path}/metadata`, options);
  }

  /** GET of a URL that the server handed out. One that leads into the machine of whoever asks is not followed. */
  retrieveUrl(url: string, base: string, options?: RequestOptions): Promise<Exchange> {
    return this.#ask({ kind: 'other' }, options, (client) => client.retrieveUrl(url, base, options));
  }

  /**
   * Searches for studies, series or instances (PS3.18 §10.6): `search('studies', { PatientID: '4711' })`. Parameters
   * that are repeated are given as a list of pairs.
   */
  async search(
    where: SearchResource | SearchResource['level'],
    parameters: QueryParameters | Readonly<Record<string, string>> = [],
    options?: RequestOptions,
  ): Promise<Exchange> {
    const resource = checkedSearch(typeof where === 'string' ? { level: where } : where);
    const query = isPairs(parameters) ? parameters : Object.entries(parameters);
    return this.#ask({ kind: 'search', resource, query }, options, (client) => client.search(resource, query, options));
  }

  /** Any other request: `path` goes behind the root of the service as written. Rejects with a TypeError for a DELETE. */
  request(
    service: keyof ServiceRoots,
    method: string,
    path: string,
    options?: RequestOptions & { readonly body?: ByteSource },
  ): Promise<Exchange> {
    return this.#ask({ kind: 'other' }, options, (client) => client.request(service, method, path, options));
  }

  /** Closes connections, and removes the files of large bodies. */
  close(): void {
    this.#isClosed = true;
    this.#transport.close();
    process.removeListener('exit', this.#removeFolder);
    this.#removeFolder();
  }

  /** @internal Judges of later exchanges know these instances, until the function that is returned is called. */
  knowStored(instances: readonly StoredInstance[]): () => void {
    this.#studies.add(instances);
    return () => this.#studies.delete(instances);
  }

  /** A request with options of its own may be answered otherwise: it is judged as no particular operation. */
  async #ask(
    asked: Asked,
    options: RequestOptions | undefined,
    send: (client: Operations) => Promise<Exchange>,
  ): Promise<Exchange> {
    if (this.#isClosed) throw new TypeError('the client is closed, and sends nothing more');
    const exchange = await send(this.#operations);
    this.#exchanges.push(exchange);
    const stored = [...this.#studies].flat();
    return remember(exchange, { asked: options ? { kind: 'other' } : asked, target: wholeOf(this.target), stored });
  }
}

function isPairs(parameters: QueryParameters | Readonly<Record<string, string>>): parameters is QueryParameters {
  return Array.isArray(parameters);
}

function sourceOf(one: Storable): ByteSource {
  return one instanceof Uint8Array ? memorySource(one) : one.source;
}

/** Null for bytes that are no DICOM file: those may be sent as well, to see them refused. */
function asInstance(one: Storable, index: number): StoredInstance | null {
  if (!(one instanceof Uint8Array)) return one;
  try {
    return openInstance(memorySource(one), `instance ${index + 1}`);
  } catch {
    return null;
  }
}
