/** A multipart body without its closing delimiter. */
export function withoutClosingDelimiter(body: Buffer, boundary: string): Buffer {
  return body.subarray(0, body.length - `\r\n--${boundary}--`.length);
}
