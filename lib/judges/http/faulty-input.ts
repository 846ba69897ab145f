import { instancesIn } from '../../answers/sight.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { StatusExpectation } from '../assess-status.ts';
import { otherRefusals, statusBesideTwin } from '../beside-twin.ts';

const SYNTAX = 'kept for bad syntax by Table 10.5.3-1';

/** COMMON-004: a limit or offset that is no whole number from 0 is refused, with the status that §8.3 names. `twin` has one that is. */
export function refusesBadParameter(exchange: Exchange, twin: Exchange): Finding {
  return statusBesideTwin('COMMON-004', 'answers 400 to an invalid parameter value', exchange, twin, {
    pass: [400],
    code: 'bad-parameter-not-refused',
  });
}

const HIDDEN = 'the server may hide that a resource exists or not (Table 8.5-1)';

/**
 * COMMON-032: a path with something else in the place of a UID is the client's error, or a resource that is not there. An
 * empty answer is a warning: a server may take anything for a UID of which it knows nothing.
 */
export function refusesBadUid(exchange: Exchange, twin: Exchange): Finding {
  const nothing = 'taken for a UID of which nothing is known';
  const isEmpty = exchange.response?.body.length === 0 || instancesIn(exchange)?.length === 0;
  return statusBesideTwin('COMMON-032', 'refuses a path that names no UID', exchange, twin, {
    pass: [400, 404, 410],
    info: { 401: HIDDEN, 403: HIDDEN },
    warn: { ...otherRefusals(400, 404, 410), ...(isEmpty ? { 200: nothing } : {}), 204: nothing },
    code: 'bad-uid-not-refused',
  });
}

/** Statuses of a store that cannot be read. */
export const UNREADABLE_STORE: StatusExpectation = {
  pass: [400],
  warn: {
    ...otherRefusals(400),
    204: 'taken for one without instances',
    409: 'kept for instances that could not be stored',
    415: 'kept for media types that are not taken',
  },
  code: 'unreadable-store-not-refused',
};

/** STOW-009: a store request that cannot be read is refused as bad syntax. */
export function refusesUnreadableStore(exchange: Exchange, twin: Exchange): Finding {
  return statusBesideTwin('STOW-009', 'refuses a store request that cannot be read', exchange, twin, UNREADABLE_STORE);
}

/** Statuses of a store of a media type that no server has to take. */
export const UNSUPPORTED_STORE: StatusExpectation = {
  pass: [415],
  warn: { ...otherRefusals(415), 400: SYNTAX, 406: 'speaks of the types of the answer' },
  code: 'unsupported-store-not-refused',
};

/** STOW-010: a store request of a media type that no server has to take is refused for it. */
export function refusesUnsupportedStore(exchange: Exchange, twin: Exchange): Finding {
  const claim = 'refuses a store request of an unsupported media type';
  return statusBesideTwin('STOW-010', claim, exchange, twin, UNSUPPORTED_STORE);
}

/** Statuses of a store that does not say its media type: it is of no type that is taken, or bad syntax. */
export const UNLABELLED_STORE: StatusExpectation = {
  ...UNSUPPORTED_STORE,
  pass: [415, 400],
  warn: { ...otherRefusals(415, 400) },
};

const DEFAULT_TYPE = 'the default media type is sent all the same, which §8.3.3.1 can be read to want';

/** COMMON-010: metadata in no type that a server could produce. `twin` is the same request with a usual Accept field. */
export function refusesUnacceptableMetadata(exchange: Exchange, twin: Exchange): Finding {
  return statusBesideTwin('COMMON-010', 'answers 406 where no acceptable type can be produced', exchange, twin, {
    pass: [406],
    warn: { ...otherRefusals(406), 200: DEFAULT_TYPE },
    code: 'unacceptable-type-not-refused',
  });
}

/** QIDO-009: search results in no type that a server could produce. `twin` is the same search with a usual Accept field. */
export function refusesUnacceptableResults(exchange: Exchange, twin: Exchange): Finding {
  return statusBesideTwin('QIDO-009', 'answers 406 to a search for results of an unsupported type', exchange, twin, {
    pass: [406],
    warn: { ...otherRefusals(406), 200: DEFAULT_TYPE },
    code: 'unacceptable-type-not-refused',
  });
}
