import type { RENDERED } from '../../../lib/breaches/kinds/rendered.ts';
import type { WordsFor } from '../telling.ts';
import { statusTold, typeTold } from './status-told.ts';

const pixels = (width: number, height: number) => `${width} × ${height} pixels`;
const process = (number: number | null, bits: number | null) =>
  number === null ? 'no JPEG frame header' : `SOF${number} with ${bits} bits a sample`;

export const RENDERED_ENGLISH: WordsFor<typeof RENDERED> = {
  'rendered-not-retrieved': (told, seen) => ({
    headline: `${seen.request} renders no picture: it is answered ${told.status} instead of 200.`,
    ...statusTold(told, seen),
    effect: 'Browsers, reports and mobile clients without a DICOM decoder show no image.',
    remedy: 'Serve /rendered on instances and frames, with JPEG as the default.',
  }),
  'rendered-png-refused': (told, seen) => ({
    headline: `${seen.request} does not render PNG: it is answered ${told.status} instead of 200.`,
    ...statusTold(told, seen),
    effect: 'A report that embeds a picture without loss gets none.',
    remedy: 'Offer image/png for single-frame images.',
  }),
  'rendered-gif-refused': (told, seen) => ({
    headline: `${seen.request} does not render GIF: it is answered ${told.status} instead of 200.`,
    ...statusTold(told, seen),
    effect: 'A client that asks for GIF gets no picture.',
    remedy: 'Offer image/gif for single-frame images.',
  }),
  'rendered-no-picture': ({ type }, seen) => ({
    headline: `${seen.request} is answered with ${typeTold(type)} instead of a picture.`,
    expected: 'an image media type',
    observed: typeTold(type),
    effect: 'Browsers and reports show no image.',
    remedy: 'Render the image, and label it with its media type.',
  }),
  'rendered-bytes-of-another-format': ({ type, found }, seen) => ({
    headline: `${seen.request} labels ${found === null ? 'bytes that are no known picture' : found} as ${type}.`,
    expected: `bytes of ${type}`,
    observed: typeTold(found),
    effect: 'A client that decodes by the label shows nothing.',
    remedy: 'Label the picture with the format that it is encoded in.',
  }),
  'rendered-in-another-format': ({ asked, type }, seen) => ({
    headline: `${seen.request} renders ${typeTold(type)} instead of ${asked}.`,
    expected: asked,
    observed: typeTold(type),
    effect: 'A client that asked for a format is given one that it may not decode.',
    remedy: 'Choose the format by the Accept header field, with JPEG as the default.',
  }),
  'rendered-jpeg-not-baseline': ({ process: number, bits }, seen) => ({
    headline: `${seen.request} renders a JPEG that is not baseline: ${process(number, bits)}.`,
    expected: 'SOF0 with 8 bits a sample',
    observed: process(number, bits),
    effect: 'Browsers that decode only baseline JPEG show no image.',
    remedy: 'Encode with baseline JPEG, 8 bits a sample.',
  }),
  'rendered-size': ({ name, width, height, columns, rows }, seen) => ({
    headline: `${seen.request} renders ${name} with ${pixels(width, height)} instead of ${pixels(columns, rows)}.`,
    expected: `${pixels(columns, rows)}, as ${name} has`,
    observed: pixels(width, height),
    effect: 'Fine detail is lost, and what is measured on the picture is wrong.',
    remedy: 'Without a viewport, render the image at its Rows and Columns.',
  }),
  'rendered-inverted': ({ name, likeness, least }, seen) => ({
    headline: `${seen.request} renders ${name} inverted: dark is bright and bright is dark.`,
    expected: `a correlation with the stored picture of at least ${least}`,
    observed: `a correlation of ${likeness}`,
    effect: 'A doctor reads a negative: air looks like bone.',
    remedy: 'Apply PhotometricInterpretation and the presentation LUT shape before encoding.',
  }),
  'rendered-looks-different': ({ name, likeness, least }, seen) => ({
    headline: `${seen.request} renders ${name} so that it does not look like what was stored.`,
    expected: `a correlation with the stored picture of at least ${least}`,
    observed: `a correlation of ${likeness}`,
    effect: 'A doctor sees wrong colours, a wrong polarity or another image.',
    remedy: 'Render the frame that was asked for; apply PhotometricInterpretation and palettes before encoding.',
  }),
};
