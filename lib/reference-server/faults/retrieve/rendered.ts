import { PNG } from 'pngjs';
import { changeAnswer, changePayloads, changeRequest, on } from '../../changes/answers.ts';
import { refuse } from '../../changes/refuse.ts';
import { textAnswer } from '../../message.ts';
import { writePicture } from '../../rendered/write-picture.ts';
import { decodeJpeg } from '../../retrieve/jpeg.ts';
import type { Fault } from '../fault.ts';

const PNG_SIGNATURE = 0x89;
const JPEG_QUALITY = 90;

function invert(samples: Uint8Array): Uint8Array {
  return samples.map((sample) => 255 - sample);
}

/** The negative of a rendered JPEG or PNG; other pictures stay as they are. */
function negative(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xff) {
    const { columns, rows, samplesPerPixel: channels, samples } = decodeJpeg(bytes);
    return writePicture({ columns, rows, channels, samples: invert(samples) }, 'image/jpeg', JPEG_QUALITY);
  }
  if (bytes[0] !== PNG_SIGNATURE) return bytes;
  const { width: columns, height: rows, data } = PNG.sync.read(Buffer.from(bytes));
  const rgb = Uint8Array.from(data.filter((_, index) => index % 4 !== 3));
  return writePicture({ columns, rows, channels: 3, samples: invert(rgb) }, 'image/png', JPEG_QUALITY);
}

/** Faults of rendered resources. */
export const RETRIEVE_RENDERED: readonly Fault[] = [
  {
    id: 'rendered-refused',
    title: 'answers 501 to rendered resources',
    scenarios: ['rendered'],
    requirements: ['WADO-RS-060'],
    breach: 'rendered-not-retrieved',
    behaviour: () => changeAnswer(on('rendered'), () => textAnswer(501, 'not offered')),
  },
  {
    id: 'rendered-frames-missing',
    title: 'renders instances, and answers 404 to rendered frames',
    scenarios: ['rendered'],
    requirements: ['WADO-RS-060'],
    breach: 'rendered-not-retrieved',
    behaviour: () =>
      refuse((request) => on('rendered')(request) && request.route.frames !== undefined, 404, 'no frames'),
  },
  {
    id: 'rendered-png-refused',
    title: 'answers 406 to a request for PNG',
    scenarios: ['rendered'],
    requirements: ['WADO-RS-063'],
    breach: 'rendered-png-refused',
    behaviour: () =>
      refuse((request) => on('rendered')(request) && request.headers.accept === 'image/png', 406, 'JPEG and GIF only'),
  },
  {
    id: 'rendered-gif-refused',
    title: 'answers 406 to a request for GIF',
    scenarios: ['rendered'],
    requirements: ['WADO-RS-063'],
    breach: 'rendered-gif-refused',
    behaviour: () =>
      refuse((request) => on('rendered')(request) && request.headers.accept === 'image/gif', 406, 'JPEG and PNG only'),
  },
  {
    id: 'rendered-ignores-parameters',
    title: 'ignores viewport and window when it renders',
    scenarios: [],
    requirements: ['WADO-RS-065', 'WADO-RS-067'],
    behaviour: () => changeRequest(on('rendered'), (request) => ({ ...request, query: [] })),
  },
  {
    id: 'rendered-inverted',
    title: 'renders negatives',
    scenarios: ['rendered'],
    requirements: ['WADO-RS-073'],
    breach: 'rendered-inverted',
    behaviour: () => changePayloads(on('rendered'), negative),
  },
  {
    id: 'rendered-as-gif',
    title: 'renders GIF, whatever is asked for',
    scenarios: ['rendered'],
    requirements: ['WADO-RS-062', 'WADO-RS-063'],
    breach: 'rendered-in-another-format',
    behaviour: () =>
      changeRequest(on('rendered'), (request) => ({
        ...request,
        headers: { ...request.headers, accept: 'image/gif' },
      })),
  },
  {
    id: 'rendered-small',
    title: 'renders images of at most eight pixels a side',
    scenarios: ['rendered'],
    requirements: ['WADO-RS-064'],
    breach: 'rendered-size',
    behaviour: () => changeRequest(on('rendered'), (request) => ({ ...request, query: [['viewport', '8,8']] })),
  },
];
