import { PNG } from 'pngjs';
import { changeAnswer, changePayloads, changeRequest, on } from '../../changes/answers.ts';
import { refuse } from '../../changes/refuse.ts';
import { textAnswer } from '../../message.ts';
import { writePicture } from '../../rendered/write-picture.ts';
import { decodeJpeg } from '../../retrieve/jpeg.ts';
import type { Fault } from '../fault.ts';

const PNG_SIGNATURE = 0x89;
const JPEG_QUALITY = 90;

type Shades = (samples: Uint8Array, channels: number) => Uint8Array;

const negative: Shades = (samples) => samples.map((sample) => 255 - sample);

const black: Shades = (samples) => new Uint8Array(samples.length);

const grey: Shades = (samples, channels) =>
  samples.map((_, at) => {
    const [red = 0, green = 0, blue = 0] = samples.subarray(at - (at % channels), at - (at % channels) + channels);
    return channels === 3 ? 0.299 * red + 0.587 * green + 0.114 * blue : red;
  });

/** A rendered JPEG or PNG with other shades; other pictures stay as they are. */
function withShades(shades: Shades): (bytes: Uint8Array) => Uint8Array {
  return (bytes) => {
    if (bytes[0] === 0xff) {
      const { columns, rows, samplesPerPixel: channels, samples } = decodeJpeg(bytes);
      return writePicture({ columns, rows, channels, samples: shades(samples, channels) }, 'image/jpeg', JPEG_QUALITY);
    }
    if (bytes[0] !== PNG_SIGNATURE) return bytes;
    const { width: columns, height: rows, data } = PNG.sync.read(Buffer.from(bytes));
    const rgb = Uint8Array.from(data.filter((_, index) => index % 4 !== 3));
    return writePicture({ columns, rows, channels: 3, samples: shades(rgb, 3) }, 'image/png', JPEG_QUALITY);
  };
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
    behaviour: () => changePayloads(on('rendered'), withShades(negative)),
  },
  {
    id: 'rendered-black',
    title: 'renders black pictures',
    scenarios: ['rendered'],
    requirements: ['WADO-RS-073'],
    breach: 'rendered-looks-different',
    behaviour: () => changePayloads(on('rendered'), withShades(black)),
  },
  {
    id: 'rendered-in-grey',
    title: 'renders colour images in grey',
    scenarios: ['rendered'],
    requirements: ['WADO-RS-073'],
    breach: 'rendered-looks-different',
    behaviour: () => changePayloads(on('rendered'), withShades(grey)),
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
