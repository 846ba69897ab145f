import type { IncomingHttpHeaders } from 'node:http';
import type { DicomJsonDataSet } from '../dicom/json.ts';

export type Header = readonly [name: string, value: string];
export type QueryParameter = readonly [name: string, value: string];

/** What a request asks for, in the terms of PS3.18 Chapter 10. */
export type Operation =
  | 'store'
  | 'search'
  | 'retrieve'
  | 'metadata'
  | 'bulkdata'
  | 'frames'
  | 'rendered'
  | 'thumbnail'
  | 'delete'
  | 'capabilities';

export type Level = 'studies' | 'series' | 'instances';

/** The resource of a request and what is to be done with it. */
export interface Route {
  readonly operation: Operation;
  /** Level of the entities that are searched for, or that the path names. */
  readonly level: Level;
  readonly study?: string;
  readonly series?: string;
  readonly instance?: string;
  /** The frame list of the path, as sent. */
  readonly frames?: string;
  /** Path of a bulk data value inside the data set, such as `7FE00010` or `00540016/1/00181074`. */
  readonly element?: string;
}

/** A request that was read completely, with the resource that its path names. */
export interface Request {
  readonly method: string;
  readonly route: Route;
  /** Service base URL as the client addressed it, without trailing slash. */
  readonly base: string;
  /** Path below the base, as sent. */
  readonly path: string;
  /** Decoded parameters in the order of the URL. */
  readonly query: readonly QueryParameter[];
  /** The same as sent, without question mark. */
  readonly rawQuery: string;
  readonly headers: IncomingHttpHeaders;
  /** The body as it arrived, after transfer coding. */
  readonly body: readonly Uint8Array[];
}

/** One part of a multipart/related payload. */
export interface Part {
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
}

/** What an answer says, before it is written as bytes. */
type Content =
  | { readonly kind: 'none' }
  | { readonly kind: 'bytes'; readonly mediaType: string; readonly bytes: Uint8Array }
  /** DICOM JSON: an array of data sets, or the single one of a store response. */
  | {
      readonly kind: 'json';
      readonly mediaType: string;
      readonly value: DicomJsonDataSet | readonly DicomJsonDataSet[];
    }
  | { readonly kind: 'multipart'; readonly rootType: string; readonly parts: readonly Part[] };

export interface Answer {
  readonly status: number;
  /** Beside Content-Type and Content-Length, which follow from the content. */
  readonly headers: readonly Header[];
  readonly content: Content;
}

/** An answer as bytes. Content-Length is added when it is sent, unless the framing is another or it is among the headers. */
export interface Reply {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: readonly Uint8Array[];
  readonly framing: 'length' | 'chunked' | 'close';
}

/** Ends a request with an error status and a sentence that says why. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly headers: readonly Header[];

  constructor(status: number, message: string, headers: readonly Header[] = []) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** A plain text answer, for errors and remarks. */
export function textAnswer(status: number, text: string, headers: readonly Header[] = []): Answer {
  return {
    status,
    headers,
    content: { kind: 'bytes', mediaType: 'text/plain; charset=utf-8', bytes: Buffer.from(`${text}\n`) },
  };
}
