import { ConnectionError } from '../../connection/connection-error.ts';
import { AnswerTooLong } from './body-room.ts';

/** Why a request got no usable answer, with k6's error code. */
export interface RequestFailure {
  readonly code: number;
  readonly message: string;
}

export const TIMEOUT: RequestFailure = { code: 1050, message: 'request timeout' };

/** Beside k6's codes for bodies: k6 has no bound of its own. */
export const TOO_LONG = 1702;

const CODES: Readonly<Record<string, number>> = {
  ENOTFOUND: 1101,
  EAI_AGAIN: 1101,
  EPIPE: 1201,
  ETIMEDOUT: 1211,
  ECONNREFUSED: 1212,
  ECONNRESET: 1220,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 1310,
  SELF_SIGNED_CERT_IN_CHAIN: 1310,
  DEPTH_ZERO_SELF_SIGNED_CERT: 1310,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 1310,
  CERT_HAS_EXPIRED: 1310,
  ERR_TLS_CERT_ALTNAME_INVALID: 1311,
};

/** k6's code for what a socket or the reading of an answer ran into. */
export function failureOf(error: Error): RequestFailure {
  if (error instanceof ConnectionError && error.cause instanceof Error) {
    return { ...failureOf(error.cause), message: error.message };
  }
  if (error instanceof AnswerTooLong) return { code: TOO_LONG, message: error.message };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // A dial to several addresses fails with one error that holds the others.
  const inner = error instanceof AggregateError ? error.errors.find((one) => one instanceof Error) : undefined;
  const known = CODES[code] ?? (code.startsWith('ERR_SSL') || code.startsWith('EPROTO') ? 1300 : 1000);
  return { code: known, message: (error.message || inner?.message || code || 'unknown error').trim() };
}

/** What k6 reports for an answer whose status is an error. */
export function statusErrorCode(status: number): number {
  return status >= 400 && status < 600 ? 1000 + status : 0;
}
