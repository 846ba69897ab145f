import { pictureFormat } from '../../answers/pictures/picture-format.ts';
import { isSuccess, mediaTypeOf } from '../../answers/response.ts';
import { breach } from '../../breaches/breach.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { otherRefusals } from '../beside-twin.ts';
import { completeResponse, decodedResponse } from '../complete-response.ts';

/** The thumbnail of a study, a series, an instance or a frame. */
export interface LevelThumbnail {
  readonly level: 'study' | 'series' | 'instance' | 'frame';
  readonly exchange: Exchange;
}

const REDIRECTS = [302, 303, 307];

/** Whether a thumbnail is given, by itself or by where the answer leads. */
function isOffered({ response }: Exchange): boolean {
  return response !== null && (isSuccess(response) || REDIRECTS.includes(response.status));
}

/** WADO-RS-075: thumbnails exist at every level or at none. */
export function thumbnailsAreAtEveryLevel(thumbnails: readonly LevelThumbnail[]): Finding {
  const exchanges = thumbnails.map(({ exchange }) => exchange);
  return assess('WADO-RS-075', 'has thumbnails at every level, or at none', exchanges, (a) => {
    if (exchanges.some((exchange) => completeResponse(exchange, a) === null)) return;
    const namesOf = (wanted: boolean) =>
      thumbnails.filter(({ exchange }) => isOffered(exchange) === wanted).map(({ level }) => level);
    const [offered, missing] = [namesOf(true), namesOf(false)];
    if (offered.length === 0) {
      a.cannot('not-claimed', 'the server has no thumbnails, which Table 10.3-2 leaves to it');
      return;
    }
    const first = thumbnails.find(({ exchange }) => !isOffered(exchange));
    (first ? a.about(first.exchange) : a).should(missing.length === 0, () =>
      breach('thumbnails-of-some-levels', { kind: 'status' }, { offered, missing }),
    );
  });
}

/** WADO-RS-076: a thumbnail is one picture. */
export function thumbnailIsAPicture(exchange: Exchange): Finding {
  return assess('WADO-RS-076', 'gives a thumbnail as one picture', [exchange], (a) => {
    const answer = completeResponse(exchange, a);
    if (!answer) return;
    if (answer.status !== 200) {
      a.cannot('not-claimed', `no thumbnail: ${answer.status}`);
      return;
    }
    const response = decodedResponse(answer, a);
    if (!response) return;
    const type = mediaTypeOf(response);
    a.must(type?.type === 'image' && pictureFormat(response.body) !== null, () =>
      breach('thumbnail-no-picture', { kind: 'header', name: 'Content-Type' }, { type: type?.essence ?? null }),
    );
  });
}

/** WADO-RS-076: a thumbnail is no larger than the viewport. `twin` is the thumbnail without one. */
export function thumbnailFitsViewport(exchange: Exchange, twin: Exchange, viewport: number): Finding {
  return assess('WADO-RS-076', 'keeps a thumbnail within the viewport', [exchange, twin], (a) => {
    const response = twin.response?.status === 200 ? completeResponse(exchange, a) : null;
    if (!response) {
      a.cannot('not-claimed', 'no thumbnail');
      return;
    }
    const value = `${viewport},${viewport}`;
    const refused = (seen: { readonly status: number; readonly expected: readonly string[] }) =>
      breach('rendering-parameter-refused', { kind: 'status' }, { ...seen, parameter: 'viewport', value });
    if (!assessStatus(response, { pass: [200], breach: refused }, a)) return;
    const decoded = decodedResponse(response, a);
    const format = decoded && pictureFormat(decoded.body);
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
    if (twin.response?.status !== 200) {
      a.cannot('not-claimed', 'no thumbnail');
      return;
    }
    const response = completeResponse(exchange, a);
    const wrong = (seen: { readonly status: number; readonly expected: readonly string[] }) =>
      breach('rendering-parameter-not-refused', { kind: 'status' }, { ...seen, parameter: 'viewport', value });
    const warn = { ...otherRefusals(400), 200: 'taken all the same' };
    if (response) assessStatus(response, { pass: [400], warn, breach: wrong }, a);
  });
}
