import { Dicer } from '@fastify/busboy';
import { Refusal } from './message.ts';

export interface ReceivedPart {
  /** First value of each field, by lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

function receivePart(part: Dicer.PartStream): Promise<ReceivedPart> {
  return new Promise((resolve, reject) => {
    const headers = new Map<string, string>();
    const chunks: Buffer[] = [];
    part.on('header', (fields) => {
      for (const [name, values] of Object.entries(fields)) headers.set(name.toLowerCase(), values[0] ?? '');
    });
    part.on('data', (chunk: Buffer) => chunks.push(chunk));
    part.on('end', () =>
      resolve({ headers, body: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks) }),
    );
    part.on('error', reject);
  });
}

/**
 * Reads a multipart payload (RFC 2046 §5.1.1) into its parts; preamble and epilogue are skipped.
 * @throws Refusal 400 when the boundary never occurs, the closing delimiter is missing or there is no part.
 */
export async function readMultipart(chunks: readonly Uint8Array[], boundary: string): Promise<ReceivedPart[]> {
  const parts: Promise<ReceivedPart>[] = [];
  const dicer = new Dicer({ boundary });
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: Error): void =>
      reject(new Refusal(400, `the multipart body cannot be read: ${error.message}`));
    dicer.on('part', (stream) => {
      const part = receivePart(stream);
      part.catch(refuse);
      parts.push(part);
    });
    dicer.on('error', refuse);
    dicer.on('finish', resolve);
    for (const chunk of chunks) dicer.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    dicer.end();
  });
  const received = await Promise.all(parts);
  if (received.length === 0) throw new Refusal(400, 'the multipart body has no part');
  return received;
}
