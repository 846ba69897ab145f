import { type Part10, Part10Error, readPart10 } from '../../dicom/part10.ts';
import { text } from '../../dicom/values.ts';
import type { ExchangeResponse } from '../../http/exchange.ts';
import { type Representation, representationsOf } from '../multipart.ts';

/** A part that says it is application/dicom: the instance in it, or why it cannot be read. */
export type DicomPart =
  | { readonly representation: Representation; readonly file: Part10; readonly instance: string | null }
  | { readonly representation: Representation; readonly error: Part10Error };

/**
 * The application/dicom parts of a response in order, read one at a time: an index of all instances of a large study
 * would not fit in memory. A single-part response counts as one part.
 */
export function* dicomParts(response: ExchangeResponse): Generator<DicomPart> {
  for (const representation of representationsOf(response)) {
    if (representation.mediaType?.essence !== 'application/dicom') continue;
    yield readPart(representation);
  }
}

function readPart(representation: Representation): DicomPart {
  try {
    const file = readPart10(representation.body);
    return { representation, file, instance: text(file.dataSet, '00080018') };
  } catch (error) {
    if (error instanceof Part10Error) return { representation, error };
    throw error;
  }
}
