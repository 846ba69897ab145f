import { kind } from '../kind.ts';
import type { StatusParameters } from './status.ts';

/** Kinds of breaches of HTTP itself: whole answers, their framing, their header fields and their statuses. */
export const HTTP = {
  /** `failure` is how the exchange ended, such as `truncated`; `none` where it has neither answer nor failure. */
  'answer-incomplete': kind<{ readonly failure: string; readonly message: string }>({
    harm: 'not-found-or-opened',
    identity: ['failure'],
    spoils: 'answer',
    follows: ['framing-contradictory', 'head-with-body'],
  }),
  'status-out-of-range': kind<{ readonly status: number }>({ harm: 'some-clients-only', identity: ['status'] }),
  'body-without-content': kind<{ readonly status: number; readonly bytes: number }>({
    harm: 'some-clients-only',
    identity: ['status'],
  }),
  /** `header` announces a body that 204 does not have. */
  'no-content-announces-body': kind<{ readonly header: string; readonly value: string }>({
    harm: 'some-clients-only',
    identity: ['header'],
  }),
  'content-length-wrong': kind<{ readonly stated: string; readonly bytes: number }>({
    harm: 'not-found-or-opened',
    cause: 'framing-contradictory',
  }),
  'payload-framed-twice': kind({ harm: 'some-clients-only', cause: 'framing-contradictory', spoils: 'answer' }),
  'payload-without-length': kind({ harm: 'some-clients-only' }),
  'content-coding-not-accepted': kind<{ readonly coding: string; readonly accepted: string }>({
    harm: 'some-clients-only',
    identity: ['coding'],
    follows: ['coding-corrupt'],
  }),
  'content-coding-corrupt': kind<{ readonly codings: readonly string[]; readonly message: string }>({
    harm: 'not-found-or-opened',
    identity: ['codings'],
    cause: 'coding-corrupt',
    spoils: 'answer',
  }),
  'content-coding-undeclared': kind<{ readonly coding: string }>({
    harm: 'not-found-or-opened',
    identity: ['coding'],
    spoils: 'answer',
  }),
  'media-type-missing': kind({ harm: 'not-found-or-opened', spoils: 'answer' }),
  'media-type-repeated': kind<{ readonly values: readonly string[] }>({
    harm: 'some-clients-only',
    spoils: 'answer',
  }),
  'media-type-unreadable': kind<{ readonly value: string }>({ harm: 'not-found-or-opened', spoils: 'answer' }),
  'media-type-malformed': kind<{ readonly value: string; readonly defects: readonly string[] }>({
    harm: 'some-clients-only',
    follows: ['boundary-not-quoted'],
  }),
  'media-type-parameter-repeated': kind<{ readonly parameter: string; readonly values: readonly string[] }>({
    harm: 'some-clients-only',
    identity: ['parameter'],
  }),
  'transfer-syntax-wildcard': kind({ harm: 'some-clients-only' }),
  'transfer-syntax-untrue': kind<{ readonly named: string; readonly actual: string }>({
    harm: 'not-found-or-opened',
    follows: ['pixel-encapsulation', 'forbidden-transfer-syntax', 'data-set-encoding'],
  }),
  /** `terms` has the SpecificCharacterSet of an instance; null where text that is no UTF-8 was labelled so. */
  'charset-untrue': kind<{ readonly terms: readonly string[] | null }>({ harm: 'altered' }),
  'resource-without-location': kind({ harm: 'cosmetic' }),
  /** `asked` is the URL of the request. */
  'location-of-another-resource': kind<{ readonly location: string; readonly asked: string }>({
    harm: 'wrong-patient-or-image',
  }),
  'head-with-body': kind({ harm: 'some-clients-only', cause: 'head-with-body' }),
  'head-refused': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'head-names-another-type': kind<{ readonly type: string; readonly expected: string | null }>({
    harm: 'some-clients-only',
  }),
  'head-names-another-length': kind<{ readonly stated: string; readonly bytes: number }>({
    harm: 'some-clients-only',
  }),
  'etag-not-matched': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'search-status-undefined': kind<StatusParameters>({ harm: 'some-clients-only', identity: ['status'] }),
  'store-status-undefined': kind<StatusParameters>({ harm: 'cosmetic', identity: ['status'] }),
  'partial-content-without-range': kind<{ readonly status: number }>({
    harm: 'some-clients-only',
    cause: 'partial-content',
  }),
  'method-not-refused': kind<StatusParameters>({ harm: 'some-clients-only', identity: ['status'] }),
  'not-allowed-without-allow': kind<{ readonly method: string }>({ harm: 'cosmetic' }),
  'allow-lists-refused-method': kind<{ readonly method: string; readonly allow: string }>({ harm: 'cosmetic' }),
  'challenge-missing': kind<{ readonly challenges: readonly string[] }>({ harm: 'not-found-or-opened' }),
  'old-http-version': kind<{ readonly version: string }>({ harm: 'some-clients-only', identity: ['version'] }),
} as const;
