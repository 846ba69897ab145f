import { multipartOf } from '../../answers/multipart.ts';
import { mediaTypeOf } from '../../answers/response.ts';
import { quoted } from '../../answers/wording.ts';
import { type Exchange, type ExchangeResponse, headerValue } from '../../http/exchange.ts';
import type { MediaType } from '../../http/media-type.ts';
import type { Multipart } from '../../http/multipart.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { successfulResponse } from '../complete-response.ts';

/** Looks at the parts of a multipart response. */
type JudgeParts = (multipart: Multipart, response: ExchangeResponse, exchange: Exchange, a: Assessment) => void;

/** Judges one requirement over the parts of a successful multipart response. */
export function assessParts(requirement: string, claim: string, exchange: Exchange, judge: JudgeParts): Finding {
  return assess(requirement, claim, [exchange], (a) => {
    const response = successfulResponse(exchange, a);
    if (!response) return;
    const multipart = multipartOf(response);
    if (multipart) judge(multipart, response, exchange, a);
    else a.cannot('prerequisite-failed', 'no boundary, so no parts: MP-001 and MP-002 tell why');
  });
}

/** The media type of the response when it is multipart; otherwise the assessment ends as incomplete. */
export function multipartType(
  exchange: Exchange,
  a: Assessment,
): { response: ExchangeResponse; type: MediaType } | null {
  const response = successfulResponse(exchange, a);
  if (!response) return null;
  const type = mediaTypeOf(response);
  if (type?.type === 'multipart') return { response, type };
  a.cannot('prerequisite-failed', `Content-Type is ${quoted(headerValue(response.headers, 'Content-Type'))}`);
  return null;
}
