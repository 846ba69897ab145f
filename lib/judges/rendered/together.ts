import { type Representation, representationsOf } from '../../answers/multipart.ts';
import { pictureIn } from '../../answers/pictures/picture-in.ts';
import { decodePicture, type Picture } from '../../answers/pictures/pixels.ts';
import { breach } from '../../breaches/breach.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { otherRefusals, refusals } from '../beside-twin.ts';
import { completeResponse, decodedResponse, successfulResponse } from '../complete-response.ts';
import { LEAST_LIKENESS, likest, NOT_COMPARED } from './likest.ts';

const NOT_OFFERED = 'not offered, though Table 10.3-2 has it mandatory: few servers do';
const CONTENT_TYPE = { kind: 'header', name: 'Content-Type' } as const;

/**
 * WADO-RS-061: a study or series has a rendered form in parts. `twin` is the rendered form of one of its instances. That it
 * is missing is a warning, and so is one picture that stands for all: hardly any server has it.
 */
export function rendersTogether(exchange: Exchange, twin: Exchange, level: 'study' | 'series'): Finding {
  return assess('WADO-RS-061', 'renders a study or series in parts', [exchange, twin], (a) => {
    if (!successfulResponse(twin, a)) return;
    const answer = completeResponse(exchange, a);
    const warn = { ...refusals(NOT_OFFERED), 405: NOT_OFFERED, 501: NOT_OFFERED };
    if (!answer || !assessStatus(answer, { pass: [200], warn, code: 'rendered-together-refused' }, a)) return;
    const response = decodedResponse(answer, a);
    if (!response) return;
    const pictures = representationsOf(response);
    assessPictures(pictures, a);
    const [only] = pictures;
    if (only && only.part === undefined) {
      const type = only.mediaType?.essence ?? null;
      const isOne = pictureIn(only.body, only.mediaType) !== 'none';
      if (isOne) a.should(false, () => breach('rendered-together-as-one-picture', CONTENT_TYPE, { level, type }));
      return;
    }
    // At least the one that the twin shows.
    a.must(only !== undefined, () =>
      breach('rendered-parts-missing', { kind: 'exchange' }, { of: level, asked: 1, returned: 0 }),
    );
  });
}

/** WADO-RS-061: a study or series has no single picture: note 3 of Table 10.4.4-1 has the type ignored, which leaves 406. */
export function keepsPicturesTogether(exchange: Exchange, twin: Exchange): Finding {
  return assess('WADO-RS-061', 'renders no study or series as one picture', [exchange, twin], (a) => {
    if (!successfulResponse(twin, a)) return;
    const response = completeResponse(exchange, a);
    const warn = { ...otherRefusals(406), 200: 'one picture is sent, which can stand for one image only' };
    if (response) assessStatus(response, { pass: [406], warn, code: 'rendered-alone-not-refused' }, a);
  });
}

/** Each of them is a picture, in whatever format. */
function assessPictures(pictures: readonly Representation[], a: Assessment): void {
  for (const { part, mediaType, body } of pictures) {
    const type = mediaType?.essence ?? null;
    a.must(pictureIn(body, mediaType) !== 'none', () =>
      breach('rendered-no-picture', part === undefined ? CONTENT_TYPE : { kind: 'part', part }, { type }),
    );
  }
}

/**
 * WADO-RS-072: a list of frames renders as a picture of each, in the order of the list. `expected` are the pictures as
 * which each frame may be shown. To refuse is a warning.
 */
export function rendersEachFrame(
  exchange: Exchange,
  twin: Exchange,
  frames: readonly { readonly number: number; readonly expected: readonly Picture[] }[],
): Finding {
  return assess('WADO-RS-072', 'renders each frame of a list', [exchange, twin], (a) => {
    if (!successfulResponse(twin, a)) return;
    const answer = completeResponse(exchange, a);
    const warn = refusals('refused: no clause of its own has frame lists rendered');
    if (!answer || !assessStatus(answer, { pass: [200], warn, code: 'rendered-frames-refused' }, a)) return;
    const response = decodedResponse(answer, a);
    if (!response) return;
    const pictures = representationsOf(response);
    const returned = pictures.length;
    assessPictures(pictures, a);
    a.must(returned === frames.length, () =>
      breach('rendered-parts-missing', { kind: 'exchange' }, { of: 'frames', asked: frames.length, returned }),
    );
    if (returned !== frames.length) return;
    for (const [index, { body }] of pictures.entries()) {
      const { number = 0, expected = [] } = frames[index] ?? {};
      const alike = likest(decodePicture(body), expected);
      if (alike === null) {
        a.cannot('not-exercised', NOT_COMPARED);
        continue;
      }
      a.must(alike >= LEAST_LIKENESS, () =>
        breach(
          'rendered-another-frame',
          { kind: 'part', part: index },
          { frame: number, likeness: alike, least: LEAST_LIKENESS },
        ),
      );
    }
  });
}

/** WADO-RS-071: what a whole multi-frame instance renders to is left to the server, as long as it is no error of its own. */
export function rendersSeveralFramesSomehow(exchange: Exchange, twin: Exchange): Finding {
  return assess('WADO-RS-071', 'renders a whole multi-frame instance, or refuses to', [exchange, twin], (a) => {
    if (!successfulResponse(twin, a)) return;
    const response = completeResponse(exchange, a);
    if (!response) return;
    const left = 'Table 8.7.4-1 has no default for several frames';
    const info = { ...refusals(left), 200: left, 501: left };
    const wrong = ({ status }: { readonly status: number }) =>
      breach('rendered-whole-badly-refused', { kind: 'status' }, { status, expected: ['200', '406'] });
    assessStatus(response, { pass: [], info, breach: wrong }, a);
  });
}
