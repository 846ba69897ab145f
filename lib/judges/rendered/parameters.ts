import { pictureFormat } from '../../answers/pictures/picture-format.ts';
import { pictureIn, READ_TYPES } from '../../answers/pictures/picture-in.ts';
import { decodePicture, likeness, type Picture } from '../../answers/pictures/pixels.ts';
import { mediaTypeOf } from '../../answers/response.ts';
import { breach } from '../../breaches/breach.ts';
import { type Exchange, type ExchangeResponse, headerValue } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { otherRefusals } from '../beside-twin.ts';
import { completeResponse, decodedResponse, successfulResponse } from '../complete-response.ts';
import { LEAST_LIKENESS, likest, NOT_COMPARED } from './likest.ts';

/** A request with a parameter of rendering, and its twin without any. */
export interface Rendering {
  readonly exchange: Exchange;
  readonly twin: Exchange;
  readonly parameter: 'viewport' | 'window' | 'quality' | 'annotation';
  readonly value: string;
}

/** Parameters of rendering and the requirement of each (PS3.18 Table 10.4.1-5). */
const REQUIREMENTS = {
  viewport: 'WADO-RS-065',
  window: 'WADO-RS-067',
  quality: 'WADO-RS-068',
  annotation: 'WADO-RS-069',
} as const;

/** The same of values that are refused: those of viewport are a requirement of their own. */
const REFUSALS = { ...REQUIREMENTS, viewport: 'WADO-RS-066' } as const;

const START = { kind: 'bytes', offset: 0 } as const;

/** Judges an answer that has to be a picture, once the plain request was answered with one. */
function assessRendered(
  { exchange, twin, parameter, value }: Rendering,
  claim: string,
  judge: (response: ExchangeResponse, a: Assessment) => void,
): Finding {
  return assess(REQUIREMENTS[parameter], claim, [exchange, twin], (a) => {
    if (!hasPicture(twin, a)) return;
    const answer = completeResponse(exchange, a);
    if (!answer) return;
    const refused = (seen: { readonly status: number; readonly expected: readonly string[] }) =>
      breach('rendering-parameter-refused', { kind: 'status' }, { ...seen, parameter, value });
    if (!assessStatus(answer, { pass: [200], breach: refused }, a)) return;
    const response = decodedResponse(answer, a);
    if (response && isAPicture(response, a)) judge(response, a);
  });
}

/** Whether there is a picture that can be read; otherwise says so: one in another format tells nothing, none is a breach. */
function isAPicture(response: ExchangeResponse, a: Assessment): boolean {
  const type = mediaTypeOf(response);
  const seen = pictureIn(response.body, type);
  if (seen === 'unread') {
    a.cannot('not-exercised', 'a picture in a format that is not read here');
    return false;
  }
  a.must(seen === 'read', () =>
    type && READ_TYPES.includes(type.essence)
      ? breach('rendered-bytes-of-another-format', START, { type: type.essence, found: null })
      : breach('rendered-no-picture', { kind: 'header', name: 'Content-Type' }, { type: type?.essence ?? null }),
  );
  return seen === 'read';
}

function hasPicture(twin: Exchange, a: Assessment): boolean {
  const response = successfulResponse(twin, a);
  if (!response) return false;
  if (pictureFormat(response.body)) return true;
  a.cannot('prerequisite-failed', `${twin.id} is no picture that is read here`);
  return false;
}

/** WADO-RS-065: the picture has the largest size that fits the viewport and shows that region, where `expected` says so. */
export function fitsTheViewport(
  rendering: Rendering,
  size: { readonly width: number; readonly height: number },
  expected: readonly Picture[],
): Finding {
  const { value } = rendering;
  return assessRendered(rendering, `fits the picture into viewport=${value}`, ({ body }, a) => {
    const { width = 0, height = 0 } = pictureFormat(body) ?? {};
    // How a length between two pixels is rounded no clause says.
    const fits = Math.abs(width - size.width) <= 1 && Math.abs(height - size.height) <= 1;
    a.must(fits, () =>
      breach('viewport-not-fitted', START, { value, width, height, columns: size.width, rows: size.height }),
    );
    if (!fits || expected.length === 0) return;
    const alike = likest(decodePicture(body), expected);
    if (alike === null) {
      a.cannot('not-exercised', NOT_COMPARED);
      return;
    }
    a.must(alike >= LEAST_LIKENESS, () =>
      breach('viewport-shows-another-region', { kind: 'exchange' }, { value, likeness: alike, least: LEAST_LIKENESS }),
    );
  });
}

/** WADO-RS-067: the picture is that of the window which was asked for. */
export function appliesTheWindow(rendering: Rendering, expected: readonly Picture[]): Finding {
  const { value } = rendering;
  return assessRendered(rendering, `applies window=${value}`, ({ body }, a) => {
    // Here the contrast is what was asked for.
    const alike = likest(decodePicture(body), expected, likeness);
    if (alike === null) {
      a.cannot('not-exercised', NOT_COMPARED);
      return;
    }
    a.must(alike >= LEAST_LIKENESS, () =>
      breach('window-not-applied', { kind: 'exchange' }, { value, likeness: alike, least: LEAST_LIKENESS }),
    );
  });
}

/** WADO-RS-068 and others: a picture is sent for a legal value. What it does to the picture is not looked at. */
export function takesTheValue(rendering: Rendering): Finding {
  const { parameter, value } = rendering;
  return assessRendered(rendering, `takes ${parameter}=${value}`, (_, a) => a.holds());
}

/** WADO-RS-069: an annotation is drawn into the picture. */
export function drawsTheAnnotation(rendering: Rendering): Finding {
  const { value, twin } = rendering;
  return assessRendered(rendering, `draws annotation=${value}`, ({ body }, a) => {
    const plain = twin.response && decodePicture(twin.response.body);
    const drawn = decodePicture(body);
    if (!plain || !drawn || plain.rgba.length !== drawn.rgba.length) {
      a.cannot('not-exercised', 'pictures that are not decoded here, or of different sizes');
      return;
    }
    const isDrawn = plain.rgba.some((sample, at) => sample !== drawn.rgba[at]);
    a.should(isDrawn, () => breach('annotation-not-drawn', { kind: 'exchange' }, { value }));
  });
}

const NOT_REFUSED = 'taken all the same, where the clause wants 400';

/**
 * WADO-RS-066 to -069: a value that the clause does not allow is answered 400. A picture in spite of it is a warning, and
 * so is another refusal. `twin` is the plain request.
 */
export function refusesTheValue({ exchange, twin, parameter, value }: Rendering): Finding {
  const claim = `answers 400 to ${parameter}=${value}`;
  return assess(REFUSALS[parameter], claim, [exchange, twin], (a) => {
    if (!hasPicture(twin, a)) return;
    const response = completeResponse(exchange, a);
    if (!response) return;
    const wrong = (seen: { readonly status: number; readonly expected: readonly string[] }) =>
      breach('rendering-parameter-not-refused', { kind: 'status' }, { ...seen, parameter, value });
    assessStatus(response, { pass: [400], warn: { ...otherRefusals(400), 200: NOT_REFUSED }, breach: wrong }, a);
  });
}

/**
 * WADO-RS-069: an annotation that the clause does not know is refused with 400, or ignored with a Warning field: the clause
 * has both. A picture without one is a warning, and so is another refusal.
 */
export function refusesOrWarnsOfTheAnnotation(rendering: Rendering): Finding {
  const { exchange, twin, value } = rendering;
  const answer = exchange.response;
  const isWarned = answer?.status === 200 && headerValue(answer.headers, 'Warning') !== null;
  if (!isWarned) return refusesTheValue(rendering);
  return assess('WADO-RS-069', `ignores annotation=${value} with a warning`, [exchange, twin], (a) => {
    if (!hasPicture(twin, a)) return;
    const response = completeResponse(exchange, a);
    const decoded = response && decodedResponse(response, a);
    if (decoded) isAPicture(decoded, a);
  });
}
