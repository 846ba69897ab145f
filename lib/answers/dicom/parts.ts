import type { ByteSource } from '../../bytes/byte-source.ts';
import { isPart10, type Part10, Part10Error, readPart10 } from '../../dicom/part10.ts';
import { rememberLatest } from '../../dicom/remember-latest.ts';
import { text } from '../../dicom/values.ts';
import type { ExchangeResponse } from '../../http/exchange.ts';
import { type Representation, representationsOf } from '../multipart.ts';

/** The instance in a body, or why it cannot be read. */
type ReadBody = { readonly file: Part10; readonly instance: string | null } | { readonly error: Part10Error };

/** A part that says, or shows by its bytes, that it is application/dicom: the instance in it, or why it cannot be read. */
export type DicomPart = { readonly representation: Representation } & ReadBody;

/** Several judges look at one answer: the indexes of so many instances are kept for the next of them, and of small ones only. */
const KEPT = 16;
const SMALL_BYTES = 1 << 20;

/**
 * The instances in a response in order, whatever they are labelled, read one at a time: an index of all instances of a large study
 * would not fit in memory. A single-part response counts as one part.
 */
export function* dicomParts(response: ExchangeResponse): Generator<DicomPart> {
  for (const representation of representationsOf(response)) {
    const { body, mediaType } = representation;
    // What the bytes are, a wrong label does not change: whoever reads them finds the instance.
    if (mediaType?.essence !== 'application/dicom' && !isPart10(body)) continue;
    yield { representation, ...(body.length > SMALL_BYTES ? readBody(body) : readSmallBody(body)) };
  }
}

const readSmallBody = rememberLatest(KEPT, readBody);

function readBody(body: ByteSource): ReadBody {
  try {
    const file = readPart10(body);
    return { file, instance: text(file.dataSet, '00080018') };
  } catch (error) {
    if (error instanceof Part10Error) return { error };
    throw error;
  }
}
