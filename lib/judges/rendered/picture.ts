import { acceptedTypes } from '../../answers/accept.ts';
import { pictureChange } from '../../answers/pictures/picture-change.ts';
import { pictureFormat } from '../../answers/pictures/picture-format.ts';
import { READ_TYPES } from '../../answers/pictures/picture-in.ts';
import { decodePicture } from '../../answers/pictures/pixels.ts';
import { shownPictures } from '../../answers/pictures/shown-pictures.ts';
import { describeBody, mediaTypeOf } from '../../answers/response.ts';
import { breach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { numbers } from '../../dicom/values.ts';
import { type Exchange, type ExchangeResponse, headerValue } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { refusals } from '../beside-twin.ts';
import { completeResponse, decodedResponse, successfulResponse } from '../complete-response.ts';
import { doesNotDecode } from '../not-decoded.ts';
import { LEAST_LIKENESS, likest, NOT_COMPARED } from './likest.ts';

/**
 * The answer to a request for a rendered single-frame image, or for one rendered frame, without viewport: WADO-RS-060,
 * a picture; -062 or -063, in the format that was asked for; -064, as large as the source; -073, and it looks like it.
 */
export function renderedIs(exchange: Exchange, stored: StoredInstance, frame: number = 1): Finding[] {
  return [
    isAPicture(exchange, stored),
    hasTheAskedFormat(exchange, stored),
    hasTheSizeOfTheSource(exchange, stored),
    looksLikeTheSource(exchange, stored, frame),
  ];
}

/** WADO-RS-060: 200 with a rendered media type, and the bytes are of that type where their format is known. */
export function isAPicture(exchange: Exchange, stored: StoredInstance): Finding {
  return assess('WADO-RS-060', 'renders a picture', [exchange], (a) => {
    const answer = completeResponse(exchange, a);
    if (!answer || doesNotDecode(answer, stored, a)) return;
    const only = onlyAskedFor(exchange);
    const code = answer.status === 406 && only !== null ? refusal(only) : 'rendered-not-retrieved';
    if (!assessStatus(answer, { pass: [200], code }, a)) return;
    const response = decodedResponse(answer, a);
    if (!response) return;
    const type = mediaTypeOf(response);
    const format = pictureFormat(response.body);
    // That a picture has no label is the matter of COMMON-017 alone.
    const isUnlabelled = writtenType(response) === null && format !== null;
    a.must(isUnlabelled || type?.type === 'image', () =>
      breach('rendered-no-picture', CONTENT_TYPE, { type: writtenType(response) }),
    );
    if (!type || !READ_TYPES.includes(type.essence)) return;
    a.must(format?.mediaType === type.essence, () =>
      breach('rendered-bytes-of-another-format', START, { type: type.essence, found: format?.mediaType ?? null }),
    );
  });
}

const CONTENT_TYPE = { kind: 'header', name: 'Content-Type' } as const;
const START = { kind: 'bytes', offset: 0 } as const;

function writtenType({ headers }: ExchangeResponse): string | null {
  return headerValue(headers, 'Content-Type');
}

function inAnotherFormat(asked: string, response: ExchangeResponse) {
  return () => breach('rendered-in-another-format', CONTENT_TYPE, { asked, type: writtenType(response) });
}

/** WADO-RS-062: baseline JPEG by default or when asked for. WADO-RS-063: PNG or GIF when asked for. */
export function hasTheAskedFormat(exchange: Exchange, stored: StoredInstance): Finding {
  const other = onlyAskedFor(exchange);
  if (other !== null) {
    return assess('WADO-RS-063', `renders ${other} when asked for`, [exchange], (a) => {
      const response = completeResponse(exchange, a);
      if (!response || doesNotDecode(response, stored, a)) return;
      const gif = other === 'image/gif' ? refusals('GIF is seldom offered') : {};
      if (!assessStatus(response, { pass: [200], warn: gif, code: refusal(other) }, a)) return;
      if (!isPicture(response, a)) return;
      const isAsked = mediaTypeOf(response)?.essence === other;
      if (isAsked && !beginsAsPicture(response, a)) return;
      a.must(isAsked, inAnotherFormat(other, response));
    });
  }
  return assess('WADO-RS-062', 'renders baseline JPEG by default', [exchange], (a) => {
    const response = successfulResponse(exchange, a);
    if (!response || !isPicture(response, a)) return;
    const jpeg = mediaTypeOf(response)?.essence === 'image/jpeg';
    const grade = typesAskedFor(exchange).includes('image/jpeg') ? a.must : a.should;
    grade(jpeg, inAnotherFormat('image/jpeg', response));
    if (jpeg) assessBaseline(response, a);
  });
}

/** Whether the answer has the type of a picture, and its bytes are of that type where they are read here; otherwise says so. */
function isPicture(response: ExchangeResponse, a: Assessment): boolean {
  const type = mediaTypeOf(response);
  if (type?.type !== 'image') {
    a.cannot('prerequisite-failed', `no picture in the answer, as WADO-RS-060 tells: ${describeBody(response)}`);
    return false;
  }
  const decoded = decodedResponse(response, a);
  const found = decoded && pictureFormat(decoded.body)?.mediaType;
  if (!decoded || !found || found === type.essence || !READ_TYPES.includes(type.essence)) return decoded !== null;
  a.cannot('prerequisite-failed', `a picture of ${found} with the label ${type.essence}, as WADO-RS-060 tells`);
  return false;
}

/** Whether the bytes are those of a picture, which its label alone does not show; otherwise says so. */
function beginsAsPicture(response: ExchangeResponse, a: Assessment): boolean {
  const decoded = decodedResponse(response, a);
  if (!decoded || pictureFormat(decoded.body)) return decoded !== null;
  a.cannot('prerequisite-failed', `no picture in the answer, as WADO-RS-060 tells: ${describeBody(decoded)}`);
  return false;
}

function typesAskedFor(exchange: Exchange): readonly string[] {
  return acceptedTypes(exchange).map(({ essence }) => essence);
}

/** The format other than JPEG that alone was asked for. */
function onlyAskedFor(exchange: Exchange): 'image/png' | 'image/gif' | null {
  const [first, second] = typesAskedFor(exchange);
  return second === undefined && (first === 'image/png' || first === 'image/gif') ? first : null;
}

function assessBaseline({ body }: ExchangeResponse, a: Assessment): void {
  const jpeg = pictureFormat(body)?.jpeg;
  a.must(jpeg?.process === 0 && jpeg.bits === 8, () =>
    breach('rendered-jpeg-not-baseline', START, { process: jpeg?.process ?? null, bits: jpeg?.bits ?? null }),
  );
}

function refusal(type: 'image/png' | 'image/gif') {
  return type === 'image/png' ? 'rendered-png-refused' : 'rendered-gif-refused';
}

/** WADO-RS-064: without viewport the picture has the rows and columns of the source. */
export function hasTheSizeOfTheSource(exchange: Exchange, { dataSet, name }: StoredInstance): Finding {
  return assess('WADO-RS-064', 'renders in the size of the source', [exchange], (a) => {
    const response = successfulResponse(exchange, a);
    if (!response) return;
    const format = pictureFormat(response.body);
    if (!format) {
      a.cannot('not-exercised', 'a picture in a format whose size is not read here');
      return;
    }
    const { width, height } = format;
    const [rows, columns] = [numbers(dataSet, '00280010')[0], numbers(dataSet, '00280011')[0]];
    a.must(width === columns && height === rows, () =>
      breach('rendered-size', START, { name, width, height, columns: Number(columns), rows: Number(rows) }),
    );
  });
}

/** WADO-RS-073: a rendered picture has the colours and the polarity of its source; contrast is the renderer's choice. */
export function looksLikeTheSource(exchange: Exchange, stored: StoredInstance, frame: number): Finding {
  return assess('WADO-RS-073', 'renders with the appearance of the source', [exchange], (a) => {
    const response = successfulResponse(exchange, a);
    if (!response) return;
    const expected = shownPictures(stored, frame);
    if (expected.length === 0) {
      a.cannot('not-exercised', `how ${stored.name} has to look is not decided here`);
      return;
    }
    const actual = decodePicture(response.body);
    const alike = likest(actual, expected);
    if (actual === null || (alike === null && pictureChange(expected, actual, LEAST_LIKENESS) !== 'one shade')) {
      a.cannot('not-exercised', NOT_COMPARED);
      return;
    }
    const likeness = alike ?? 0;
    const of = { name: stored.name, likeness, least: LEAST_LIKENESS };
    a.must(likeness >= LEAST_LIKENESS, () =>
      likeness <= -LEAST_LIKENESS
        ? breach('rendered-inverted', { kind: 'exchange' }, of)
        : breach(
            'rendered-looks-different',
            { kind: 'exchange' },
            { ...of, how: pictureChange(expected, actual, LEAST_LIKENESS) },
          ),
    );
  });
}
