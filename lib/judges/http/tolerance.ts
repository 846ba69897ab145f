import { jsonBodyOf } from '../../answers/json/body.ts';
import { breach } from '../../breaches/breach.ts';
import type { ResourcePath } from '../../dicomweb/operations.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessEach } from '../assess-each.ts';
import { assessShown, showsIt } from '../assess-served.ts';
import { assessStatus, type StatusExpectation } from '../assess-status.ts';
import { otherRefusals, statusBesideTwin } from '../beside-twin.ts';
import { completeResponse } from '../complete-response.ts';

/** Metadata that were asked for with something more than usual, the same without it, and what both have to show. */
export interface WithParameter {
  readonly exchange: Exchange;
  readonly twin: Exchange;
  readonly path: ResourcePath;
  /** What was added, with its value: `charset=x-harness`. */
  readonly parameter: string;
}

/** COMMON-031: a character set that no server knows is ignored. §8.8.5 has 406 where text cannot be converted: a warning. */
export function ignoresUnknownCharset(asked: WithParameter): Finding {
  const warn = { 406: '§8.8.5 has it for text that cannot be converted' };
  return over('COMMON-031', `ignores ${asked.parameter}, which no server knows`, asked, warn);
}

/** WADO-RS-038: metadata can be had with a charset parameter. */
export function takesCharsetOfMetadata(asked: WithParameter): Finding {
  return over('WADO-RS-038', `sends metadata with ${asked.parameter}`, asked);
}

/** WADO-RS-039: includefield does nothing to metadata; a server that documents it may send less. */
export function ignoresIncludefieldOfMetadata(asked: WithParameter): Finding {
  return over('WADO-RS-039', `takes no notice of ${asked.parameter} where metadata are asked for`, asked, {}, (a) => {
    const [sent, usual] = [asked.exchange, asked.twin].map(attributesIn);
    if (sent !== undefined && usual !== undefined && sent < usual)
      a.note(`${sent} of ${usual} attributes are sent, as an extension of the vendor may`);
  });
}

function attributesIn({ response }: Exchange): number {
  return response ? jsonBodyOf(response).dataSets.reduce((sum, { attributes }) => sum + attributes.length, 0) : 0;
}

function over(
  requirement: string,
  claim: string,
  { exchange, twin, path, parameter }: WithParameter,
  warn: StatusExpectation['warn'] = {},
  more: (a: Assessment) => void = () => {},
): Finding {
  return assess(requirement, claim, [exchange, twin], (a) => {
    const response = showsIt(twin, path, a) ? completeResponse(exchange, a) : null;
    const refused = (seen: { readonly status: number; readonly expected: readonly string[] }) =>
      breach('metadata-parameter-refused', { kind: 'status' }, { ...seen, parameter });
    if (!response || !assessStatus(response, { pass: [200], warn, breach: refused }, a)) return;
    assessShown(exchange, path, a);
    more(a);
  });
}

/**
 * COMMON-008: media types of both kinds, DICOM and rendered, are refused with 400 (to 2019a: 409). `twin` is the same request
 * for a picture. Servers that take one of them are many: a warning.
 */
export function refusesMixedTypes(exchange: Exchange, twin: Exchange): Finding {
  const claim = 'answers 400 where DICOM and rendered media types are asked for together';
  return statusBesideTwin('COMMON-008', claim, exchange, twin, {
    pass: [400],
    warn: { ...otherRefusals(400), 200: 'one of the types is sent' },
    code: 'mixed-types-not-refused',
  });
}

/** COMMON-028: whether an error says in its body what is wrong is recorded. */
export function recordsWhatErrorsSay(...refusals: readonly Exchange[]): Finding {
  return assessEach('COMMON-028', 'says in the body of an error what is wrong', refusals, ({ status, body }, a) => {
    if (status < 400 || status > 499) return;
    a.note(body.length > 0 ? 'the error has a body' : 'the error has no body');
  });
}
