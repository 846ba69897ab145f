import { holdsDicomJson, type JsonBody, jsonBodyOf } from '../../answers/json/body.ts';
import { isOverLimit } from '../../answers/json/text.ts';
import { describeBody, mediaTypeOf } from '../../answers/response.ts';
import { breach } from '../../breaches/breach.ts';
import type { Exchange, ExchangeResponse } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { completeResponse } from '../complete-response.ts';

/** The label is application/dicom+json; application/json is tolerated. */
export function assessDicomJsonLabel(response: ExchangeResponse, a: Assessment): void {
  const type = mediaTypeOf(response);
  const grade = type?.essence === 'application/json' ? a.should : a.must;
  grade(type?.essence === 'application/dicom+json', () =>
    breach('json-labelled-otherwise', { kind: 'header', name: 'Content-Type' }, { type: type?.essence ?? null }),
  );
}

/**
 * Judges one requirement over the DICOM JSON in a response. Without such a body, or with one that cannot be read, the
 * finding is incomplete: those are graded by the media type and by JSON-001.
 */
export function assessJson(
  requirement: string,
  claim: string,
  exchange: Exchange,
  judge: (body: JsonBody, a: Assessment, response: ExchangeResponse) => void,
): Finding {
  return assess(requirement, claim, [exchange], (a) => {
    const response = completeResponse(exchange, a);
    const body = response && readableBody(response, a);
    if (response && body) judge(body, a, response);
  });
}

/** The body as readable DICOM JSON, or null after saying why there is none. */
export function readableBody(response: ExchangeResponse, a: Assessment): JsonBody | null {
  if (!holdsDicomJson(response)) {
    a.cannot('not-exercised', `no DICOM JSON in the answer: ${describeBody(response)}`);
    return null;
  }
  const body = jsonBodyOf(response);
  if (body.text.root) return body;
  const defect = body.text.defects.at(-1);
  const reason = defect && isOverLimit(defect) ? 'over-limit' : 'prerequisite-failed';
  a.cannot(reason, `the body cannot be read as JSON: ${defect?.message} at byte ${defect?.offset}`);
  return null;
}
