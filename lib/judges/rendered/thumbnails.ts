import { pictureFormat } from '../../answers/pictures/picture-format.ts';
import { pictureIn, READ_TYPES } from '../../answers/pictures/picture-in.ts';
import { mediaTypeOf, statusLine } from '../../answers/response.ts';
import { breach } from '../../breaches/breach.ts';
import type { Exchange, ExchangeResponse } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { otherRefusals } from '../beside-twin.ts';
import { completeResponse, decodedResponse } from '../complete-response.ts';

/** The thumbnail of a study, a series, an instance or a frame. */
export interface LevelThumbnail {
  readonly level: 'study' | 'series' | 'instance' | 'frame';
  readonly exchange: Exchange;
}

const CONTENT_TYPE = { kind: 'header', name: 'Content-Type' } as const;
const REDIRECTS = [302, 303, 307];
/** Statuses by which a server says that it has no such resource. Errors, and lack of credentials, say nothing of that. */
const NOT_OFFERED = [400, 404, 405, 406, 410, 501];

/** WADO-RS-075: thumbnails exist at every level or at none. */
export function thumbnailsAreAtEveryLevel(thumbnails: readonly LevelThumbnail[]): Finding {
  const exchanges = thumbnails.map(({ exchange }) => exchange);
  return assess('WADO-RS-075', 'has thumbnails at every level, or at none', exchanges, (a) => {
    const told = thumbnails.map(({ level, exchange }) => ({ level, exchange, isOffered: isOffered(exchange, a) }));
    const offered = told.filter((one) => one.isOffered === true).map(({ level }) => level);
    const missing = told.filter((one) => one.isOffered === false).map(({ level }) => level);
    if (missing.length === thumbnails.length)
      a.cannot('not-claimed', 'the server has no thumbnails, which Table 10.3-2 leaves to it');
    const first = told.find((one) => one.isOffered === false);
    if (first && offered.length > 0)
      a.about(first.exchange).should(false, () =>
        breach('thumbnails-of-some-levels', { kind: 'status' }, { offered, missing }),
      );
    if (offered.length === thumbnails.length) a.holds();
  });
}

/** Whether a thumbnail is given, by itself or by where the answer leads; null after saying why that is not known. */
function isOffered(exchange: Exchange, a: Assessment): boolean | null {
  const status = exchange.failure ? undefined : exchange.response?.status;
  if (status !== undefined && REDIRECTS.includes(status)) return true;
  if (status !== undefined && NOT_OFFERED.includes(status)) return false;
  return hasPicture(exchange, a) ? true : null;
}

/** The answer with a thumbnail; null after saying why there is none. */
function given(exchange: Exchange, a: Assessment): ExchangeResponse | null {
  const answer = completeResponse(exchange, a);
  if (!answer) return null;
  if (answer.status === 200) return decodedResponse(answer, a);
  if (NOT_OFFERED.includes(answer.status)) a.cannot('not-claimed', `no thumbnail: ${answer.status}`);
  else a.cannot('prerequisite-failed', `${exchange.id} was answered ${statusLine(answer)}`);
  return null;
}

/** Whether an answer is a picture under the label of one, or under none, which is the matter of COMMON-017 alone. */
function isPicture(response: ExchangeResponse): boolean {
  const type = mediaTypeOf(response);
  return pictureIn(response.body, type) !== 'none' && (type === null || type.type === 'image');
}

/** Whether a thumbnail is given that is a picture; otherwise says why nothing can be told by it. */
function hasPicture(exchange: Exchange, a: Assessment): boolean {
  const response = given(exchange, a);
  if (!response) return false;
  if (!isPicture(response)) a.cannot('prerequisite-failed', `${exchange.id} is no picture`);
  return isPicture(response);
}

function assessPicture(response: ExchangeResponse, a: Assessment): boolean {
  const type = mediaTypeOf(response)?.essence ?? null;
  a.must(isPicture(response), () => breach('thumbnail-no-picture', CONTENT_TYPE, { type }));
  return isPicture(response);
}

/** WADO-RS-076: a thumbnail is one picture, by default a JPEG; `exchange` accepts any type. Another format is a warning. */
export function thumbnailIsAPicture(exchange: Exchange): Finding {
  return assess('WADO-RS-076', 'gives a thumbnail as one picture', [exchange], (a) => {
    const response = given(exchange, a);
    if (!response || !assessPicture(response, a)) return;
    const found = pictureFormat(response.body)?.mediaType ?? null;
    const type = mediaTypeOf(response)?.essence ?? found ?? '';
    const isAsLabelled = !READ_TYPES.includes(type) || found === type;
    a.must(isAsLabelled, () =>
      breach('rendered-bytes-of-another-format', { kind: 'bytes', offset: 0 }, { type, found }),
    );
    if (isAsLabelled)
      a.should(type === 'image/jpeg', () =>
        breach('rendered-in-another-format', CONTENT_TYPE, { asked: 'image/jpeg', type }),
      );
  });
}

/** WADO-RS-076: a thumbnail is no larger than the viewport. `twin` is the thumbnail without one. */
export function thumbnailFitsViewport(exchange: Exchange, twin: Exchange, viewport: number): Finding {
  return assess('WADO-RS-076', 'keeps a thumbnail within the viewport', [exchange, twin], (a) => {
    if (!hasPicture(twin, a)) return;
    const answer = completeResponse(exchange, a);
    if (!answer) return;
    const value = `${viewport},${viewport}`;
    const refused = (seen: { readonly status: number; readonly expected: readonly string[] }) =>
      breach('rendering-parameter-refused', { kind: 'status' }, { ...seen, parameter: 'viewport', value });
    if (!assessStatus(answer, { pass: [200], breach: refused }, a)) return;
    const response = decodedResponse(answer, a);
    if (!response || !assessPicture(response, a)) return;
    const format = pictureFormat(response.body);
    if (!format) {
      a.cannot('not-exercised', 'a picture in a format whose size is not read here');
      return;
    }
    const { width, height } = format;
    a.must(width <= viewport && height <= viewport, () =>
      breach('thumbnail-too-large', { kind: 'bytes', offset: 0 }, { value, width, height }),
    );
  });
}

/** WADO-RS-076: the viewport of a thumbnail has two numbers: six are refused. `twin` is the thumbnail with two. */
export function thumbnailIsNotCropped(exchange: Exchange, twin: Exchange, value: string): Finding {
  return assess('WADO-RS-076', 'crops no thumbnail', [exchange, twin], (a) => {
    if (!hasPicture(twin, a)) return;
    const response = completeResponse(exchange, a);
    if (!response) return;
    const wrong = (seen: { readonly status: number; readonly expected: readonly string[] }) =>
      breach('rendering-parameter-not-refused', { kind: 'status' }, { ...seen, parameter: 'viewport', value });
    const warn = { ...otherRefusals(400), 200: 'taken all the same' };
    assessStatus(response, { pass: [400], warn, breach: wrong }, a);
  });
}
