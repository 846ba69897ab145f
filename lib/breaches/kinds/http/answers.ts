import { kind } from '../../kind.ts';

/** Kinds of breaches of whole answers: how they end, their status line, their framing and their content coding. */
export const HTTP_ANSWERS = {
  /** `failure` is how the exchange ended, such as `truncated`; `none` where it has neither answer nor failure. */
  'answer-incomplete': kind<{ readonly failure: string; readonly message: string }>({
    harm: 'answer-unreadable',
    identity: ['failure'],
    spoils: 'answer',
    follows: ['framing-contradictory', 'head-with-body'],
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
    cause: 'framing-contradictory',
  }),
  'payload-framed-twice': kind({ harm: 'strict-clients-refuse', cause: 'framing-contradictory', spoils: 'answer' }),
  'payload-without-length': kind({ harm: 'label-misleads' }),
  'content-coding-not-accepted': kind<{ readonly coding: string; readonly accepted: string }>({
    harm: 'type-unexpected',
    identity: ['coding'],
    follows: ['coding-corrupt'],
  }),
  'content-coding-corrupt': kind<{ readonly codings: readonly string[]; readonly message: string }>({
    harm: 'answer-unreadable',
    identity: ['codings'],
    cause: 'coding-corrupt',
    spoils: 'answer',
  }),
  'content-coding-undeclared': kind<{ readonly coding: string }>({
    harm: 'answer-unreadable',
    identity: ['coding'],
    spoils: 'answer',
  }),
} as const;
