import { type ByteSource, memorySource, sliceSource } from '../../../lib/bytes/byte-source.ts';
import { concatSources } from '../../../lib/bytes/concat-source.ts';
import { writeMultipart } from '../../../lib/http/multipart-writer.ts';
import type { StoreBody } from '../../steps/store-in-form.ts';

const DICOM = 'application/dicom';

/** A multipart message with one part, as a store has to be. */
function wellFormed(content: ByteSource): StoreBody & { readonly boundary: string } {
  return writeMultipart(DICOM, [{ headers: [['Content-Type', DICOM]], body: content }]);
}

/** The closing delimiter is left out: `\r\n--boundary--\r\n`. The instance is whole. */
export function withoutClosingDelimiter(content: ByteSource): StoreBody {
  const { contentType, boundary, body } = wellFormed(content);
  return { contentType, body: sliceSource(body, 0, body.length - boundary.length - 8) };
}

/** The body ends a quarter before the end of the instance, as where a connection breaks behind a proxy. */
export function cutOff(content: ByteSource): StoreBody {
  const { contentType, body } = wellFormed(content);
  return { contentType, body: sliceSource(body, 0, body.length - Math.floor(content.length / 4)) };
}

/** Content-Type does not name the boundary. */
export function withoutBoundary(content: ByteSource): StoreBody {
  return { contentType: `multipart/related; type="${DICOM}"`, body: wellFormed(content).body };
}

/** What a form in a browser sends. */
export function formData(content: ByteSource): StoreBody {
  const { boundary } = wellFormed(content);
  const text = (value: string) => memorySource(Buffer.from(value));
  const field = 'Content-Disposition: form-data; name="file"; filename="image.dcm"';
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: concatSources([
      text(`--${boundary}\r\n${field}\r\nContent-Type: ${DICOM}\r\n\r\n`),
      content,
      text(`\r\n--${boundary}--\r\n`),
    ]),
  };
}

/** A picture instead of an instance, without anything that says whose it is. */
export function pictureAlone(): StoreBody {
  return { contentType: 'image/tiff', body: memorySource(Buffer.from('II*\0\x08\0\0\0\0\0\0\0\0\0', 'latin1')) };
}

/** The instance as the whole body, of which nothing says what it is. */
export function unlabelled(content: ByteSource): StoreBody {
  return { contentType: null, body: content };
}

const EMPTY = memorySource(new Uint8Array(0));

/** A multipart message that ends before it begins. */
export const EMPTY_BODY: StoreBody = { contentType: wellFormed(EMPTY).contentType, body: EMPTY };

/** Only the closing delimiter: RFC 2046 §5.1.1 wants one part at least. */
export const NO_PART: StoreBody = {
  contentType: `multipart/related; type="${DICOM}"; boundary=nothing-within`,
  body: memorySource(Buffer.from('--nothing-within--\r\n')),
};
