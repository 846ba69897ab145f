import { PNG } from 'pngjs';
import { writePicture } from '../rendered/write-picture.ts';
import { decodeJpeg } from '../retrieve/jpeg.ts';

const PNG_SIGNATURE = 0x89;
const JPEG_QUALITY = 90;

function invert(samples: Uint8Array): Uint8Array {
  return samples.map((sample) => 255 - sample);
}

/** The negative of a rendered JPEG or PNG; other pictures stay as they are. */
export function negative(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xff) {
    const { columns, rows, samplesPerPixel: channels, samples } = decodeJpeg(bytes);
    return writePicture({ columns, rows, channels, samples: invert(samples) }, 'image/jpeg', JPEG_QUALITY);
  }
  if (bytes[0] !== PNG_SIGNATURE) return bytes;
  const { width: columns, height: rows, data } = PNG.sync.read(Buffer.from(bytes));
  const rgb = Uint8Array.from(data.filter((_, index) => index % 4 !== 3));
  return writePicture({ columns, rows, channels: 3, samples: invert(rgb) }, 'image/png', JPEG_QUALITY);
}
