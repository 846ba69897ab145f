import type { ByteSource } from '../bytes/byte-source.ts';
import type { Exchange } from '../http/exchange.ts';
import type { ServiceRoots } from '../target/target.ts';

/** Path to a study, a series or an instance; the levels below the given ones are absent. */
export interface StudyPath {
  readonly study: string;
}
export interface SeriesPath extends StudyPath {
  readonly series: string;
}
export interface InstancePath extends SeriesPath {
  readonly instance: string;
}
export type ResourcePath = StudyPath | SeriesPath | InstancePath;

/** Resource of a search, as in PS3.18 Table 10.6.1-1. */
export type SearchResource =
  | { readonly level: 'studies' }
  | { readonly level: 'series'; readonly study?: string }
  | { readonly level: 'instances'; readonly study?: string; readonly series?: string };

/** Query parameters in order; repeated names are sent repeatedly. */
export type QueryParameters = readonly (readonly [name: string, value: string])[];

/** Departures from an ordinary request, for checks that need one. */
export interface RequestOptions {
  /** Accept in place of the usual one; null leaves the field out. */
  readonly accept?: string | null;
  /** Fields beside the usual ones, in whose place they stand where the name is the same. */
  readonly headers?: readonly (readonly [string, string])[];
  /** Leaves the credentials out. */
  readonly isAnonymous?: boolean;
}

/**
 * The DICOMweb operations by name, but for deleting, which lib/deletion alone can. Each sends one request and returns what
 * was on the wire; none throws for an answer.
 */
export interface DicomWebClient {
  /** POST of Part 10 instances as multipart/related (PS3.18 §10.5); `study` names the target study. */
  store(instances: readonly ByteSource[], study?: string, options?: RequestOptions): Promise<Exchange>;
  retrieveStudy(path: StudyPath, options?: RequestOptions): Promise<Exchange>;
  retrieveSeries(path: SeriesPath, options?: RequestOptions): Promise<Exchange>;
  retrieveInstance(path: InstancePath, options?: RequestOptions): Promise<Exchange>;
  retrieveMetadata(path: ResourcePath, options?: RequestOptions): Promise<Exchange>;
  retrieveFrames(path: InstancePath, frames: readonly number[], options?: RequestOptions): Promise<Exchange>;
  retrieveRendered(path: ResourcePath, options?: RequestOptions): Promise<Exchange>;
  /**
   * GET of a URL that the server handed out, resolved against `base`. Credentials go to the target's own origins only.
   * A URL that is not http, or that points into the machine of whoever asks, is not followed: `not-sent`.
   */
  retrieveUrl(url: string, base: string, options?: RequestOptions): Promise<Exchange>;
  search(resource: SearchResource, query: QueryParameters, options?: RequestOptions): Promise<Exchange>;
  /**
   * Any other request: `path` with its query goes behind the root of the service exactly as written. Throws a TypeError
   * for a DELETE.
   */
  request(
    service: keyof ServiceRoots,
    method: string,
    path: string,
    options?: RequestOptions & { readonly body?: ByteSource },
  ): Promise<Exchange>;
}
