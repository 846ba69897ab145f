import { representationsOf } from '../../answers/multipart.ts';
import { pictureFormat } from '../../answers/pictures/picture-format.ts';
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

/**
 * WADO-RS-061: a study or series has a rendered form in parts. `twin` is the rendered form of one of its instances. That it
 * is missing is a warning: hardly any server has it.
 */
export function rendersTogether(exchange: Exchange, twin: Exchange): Finding {
  return assess('WADO-RS-061', 'renders a study or series in parts', [exchange, twin], (a) => {
    if (!successfulResponse(twin, a)) return;
    const answer = completeResponse(exchange, a);
    const warn = { ...refusals(NOT_OFFERED), 405: NOT_OFFERED, 501: NOT_OFFERED };
    if (!answer || !assessStatus(answer, { pass: [200], warn, code: 'rendered-together-refused' }, a)) return;
    const returned = assessPictures(answer, a);
    // At least the one that the twin shows.
    a.must(returned > 0, () => breach('rendered-parts-missing', { kind: 'exchange' }, { asked: 1, returned }));
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

/** Every part is a picture. Says how many there are. */
function assessPictures(answer: Parameters<typeof decodedResponse>[0], a: Assessment): number {
  const response = decodedResponse(answer, a);
  const parts = response ? representationsOf(response) : [];
  for (const part of parts) {
    const type = part.mediaType?.essence ?? null;
    a.must(pictureFormat(part.body) !== null, () =>
      breach('rendered-no-picture', { kind: 'part', part: part.part ?? 0 }, { type }),
    );
  }
  return parts.length;
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
    const returned = assessPictures(answer, a);
    a.must(returned === frames.length, () =>
      breach('rendered-parts-missing', { kind: 'exchange' }, { asked: frames.length, returned }),
    );
    const response = decodedResponse(answer, a);
    if (!response || returned !== frames.length) return;
    for (const [index, { body }] of representationsOf(response).entries()) {
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
