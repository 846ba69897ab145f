const EMPTY_LIST = json('[]');
const files = new Map<number, Buffer>();

/** The whole answer to a request. */
export function answerTo(requestLine: string, stored: readonly string[]): Buffer {
  if (stored.length > 0) return json(acknowledgement(stored));
  const bytes = /^GET \/bytes\/(\d{1,9}) /.exec(requestLine)?.[1];
  return bytes === undefined ? EMPTY_LIST : octets(Number(bytes));
}

/** The answer to a store (PS3.18 section 10.5.3): every instance taken. */
function acknowledgement(uids: readonly string[]): string {
  const references = uids.map((uid) => ({ '00081155': { vr: 'UI', Value: [uid] } }));
  return JSON.stringify({ '00081199': { vr: 'SQ', Value: references } });
}

function json(text: string): Buffer {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: application/dicom+json\r\nContent-Length: ${text.length}\r\n\r\n`;
  return Buffer.from(head + text, 'latin1');
}

function octets(length: number): Buffer {
  let file = files.get(length);
  if (file === undefined) {
    const head = `HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: ${length}\r\n\r\n`;
    file = Buffer.concat([Buffer.from(head), Buffer.alloc(length, 0x5a)]);
    files.set(length, file);
  }
  return file;
}
