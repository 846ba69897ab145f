import { kind } from '../../kind.ts';

/** Kinds of breaches of whole answers: how they end, their status line, their framing and their content coding. */
export const HTTP_ANSWERS = {
  /** `failure` is how the exchange ended, such as `truncated`; `none` where it has neither answer nor failure. */
  'answer-incomplete': kind<{ readonly failure: string; readonly message: string }>({
    harm: 'answer-unreadable',
    identity: ['failure'],
    spoils: 'answer',
    unread: true,
  }),
  /** The same request is answered in several ways, with nothing changed in between; `statuses` has the answers in the order of asking. */
  'answer-flaps': kind<{ readonly status: number; readonly statuses: readonly string[] }>({
    harm: 'images-unseen',
    spoils: 'answer',
  }),
  /** Whatever was answered before is answered with this status, since so many requests. */
  'everything-fails': kind<{ readonly status: number; readonly requests: number }>({
    harm: 'cannot-open',
    spoils: 'answer',
  }),
  'status-out-of-range': kind<{ readonly status: number }>({ harm: 'strict-clients-refuse', identity: ['status'] }),
  'body-without-content': kind<{ readonly status: number; readonly bytes: number }>({
    harm: 'connection-confused',
    identity: ['status'],
  }),
  /** `header` announces a body that 204 does not have. */
  'no-content-announces-body': kind<{ readonly header: string; readonly value: string }>({
    harm: 'connection-confused',
    identity: ['header'],
  }),
  'content-length-wrong': kind<{ readonly stated: string; readonly bytes: number }>({
    harm: 'answer-unreadable',
  }),
  'payload-framed-twice': kind({ harm: 'strict-clients-refuse', spoils: 'answer' }),
  'payload-without-length': kind({ harm: 'label-misleads' }),
  'content-coding-not-accepted': kind<{ readonly coding: string; readonly accepted: string }>({
    harm: 'type-unexpected',
    identity: ['coding'],
    unread: true,
  }),
  'content-coding-corrupt': kind<{ readonly codings: readonly string[]; readonly message: string }>({
    harm: 'answer-unreadable',
    identity: ['codings'],
    spoils: 'answer',
  }),
  'content-coding-undeclared': kind<{ readonly coding: string }>({
    harm: 'answer-unreadable',
    identity: ['coding'],
    spoils: 'answer',
  }),
} as const;
