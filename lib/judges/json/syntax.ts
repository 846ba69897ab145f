import { at, holdsDicomJson, type JsonBody, jsonBodyOf } from '../../answers/json/body.ts';
import { everyDataSet } from '../../answers/json/data-set.ts';
import { isOverLimit, type JsonDefect, type JsonDefectCode } from '../../answers/json/text.ts';
import { describeBody, isSuccess, mediaTypeOf } from '../../answers/response.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange } from '../../http/exchange.ts';
import { namesUtf8, parameter } from '../../http/media-type.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { completeResponse } from '../complete-response.ts';
import { assessDicomJsonLabel, assessJson } from './assess-json.ts';
import { assessCharacters } from './content.ts';

/** What each defect of a text is a breach of. */
type Breaches = Partial<Record<JsonDefectCode, (defect: JsonDefect) => SeenBreach>>;

const GRAMMAR: Breaches = {
  syntax: ({ message, offset }) => breach('json-malformed', { kind: 'bytes', offset }, { message, offset }),
  'duplicate-member': ({ message, pointer }) => breach('json-member-repeated', at(pointer), { message }),
  'non-finite-number': ({ message, pointer }) => breach('json-number-non-finite', at(pointer), { message }),
  'control-character': ({ message, offset }) =>
    breach('json-control-character', { kind: 'bytes', offset }, { message }),
};
const ENCODING: Breaches = {
  'byte-order-mark': ({ offset }) => breach('json-byte-order-mark', { kind: 'bytes', offset }, {}),
  'invalid-utf8': ({ message, offset }) => breach('json-not-utf8', { kind: 'bytes', offset }, { message }),
};

/** Why a text was not read to its end though it may be right. For the encoding, wrong syntax is such a reason too. */
const NOT_READ = new Set<JsonDefectCode>(['syntax', 'too-deep', 'too-large', 'undecodable']);

/** JSON-001: the body parses by RFC 8259, without repeated names and without NaN or Infinity. */
export function jsonIsWellFormed(exchange: Exchange): Finding {
  return judgeText('JSON-001', 'answers with well-formed JSON', exchange, GRAMMAR);
}

/** JSON-002: UTF-8 without a byte order mark, with the stored characters. */
export function jsonIsUtf8(exchange: Exchange, stored: readonly StoredInstance[] = []): Finding {
  const claim = 'sends JSON as UTF-8 with the stored characters';
  return judgeText('JSON-002', claim, exchange, ENCODING, (body, a) => assessCharacters(body, stored, a));
}

function judgeText(
  requirement: string,
  claim: string,
  exchange: Exchange,
  breaches: Breaches,
  further: (body: JsonBody, a: Assessment) => void = () => {},
): Finding {
  return assess(requirement, claim, [exchange], (a) => {
    const response = completeResponse(exchange, a);
    if (!response) return;
    if (!holdsDicomJson(response)) {
      a.cannot('not-exercised', `no DICOM JSON in the answer: ${describeBody(response)}`);
      return;
    }
    const body = jsonBodyOf(response);
    for (const defect of body.text.defects) {
      const broken = breaches[defect.code];
      if (broken) a.must(false, () => broken(defect));
      else if (NOT_READ.has(defect.code)) {
        a.cannot(isOverLimit(defect) ? 'over-limit' : 'prerequisite-failed', defect.message);
      }
    }
    if (!body.text.root) return;
    if (body.dataSets.length === 0) a.cannot('not-exercised', `no data set in the answer: ${describeBody(response)}`);
    else a.holds();
    further(body, a);
  });
}

/** JSON-004: attributes are in ascending order of their tags, in items of sequences too. */
export function attributesAreInOrder(exchange: Exchange): Finding {
  return assessJson('JSON-004', 'lists attributes in ascending order', exchange, ({ dataSets }, a) => {
    for (const { attributes } of everyDataSet(dataSets)) {
      for (const [index, { tag, pointer }] of attributes.entries()) {
        const before = attributes[index - 1];
        if (!before) continue;
        a.should(before.tag <= tag, () =>
          breach('json-attributes-unordered', at(pointer), { tag, before: before.tag }),
        );
      }
    }
  });
}

/** JSON-026: the label is application/dicom+json; application/json is tolerated. That of a store response is STOW-014's matter. */
export function jsonIsLabelled(exchange: Exchange): Finding {
  return assess('JSON-026', 'labels DICOM JSON application/dicom+json', [exchange], (a) => {
    const response = completeResponse(exchange, a);
    if (!response) return;
    if (!isSuccess(response) || !holdsDicomJson(response)) {
      a.cannot('not-exercised', `no DICOM JSON in the answer: ${describeBody(response)}`);
      return;
    }
    const type = mediaTypeOf(response);
    if (exchange.request.method === 'POST' && type?.essence !== 'application/dicom+json') {
      a.cannot('prerequisite-failed', 'the store response is labelled otherwise, as STOW-014 tells');
      return;
    }
    assessDicomJsonLabel(response, a);
    const where = { kind: 'header', name: 'Content-Type' } as const;
    const charset = type ? parameter(type, 'charset') : null;
    if (charset === null) return;
    a.must(namesUtf8(charset), () => breach('json-charset-untrue', where, { charset }));
  });
}
