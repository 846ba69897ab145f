import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { Duplex } from 'node:stream';
import { test } from 'node:test';
import { MalformedResponse, type ResponseHead } from '../../lib/load-engine/http/response-head.ts';
import { ResponseParser } from '../../lib/load-engine/http/response-parser.ts';
import { randomFrom } from '../../lib/portable/random.ts';

interface Read {
  readonly status: number;
  readonly body: string;
  readonly headers: readonly string[];
}

interface Ours {
  readonly read: Read | null;
  /** Whether more came than the answer: the connection is given up, the answer is taken. */
  readonly excess: boolean;
  /** Why it was refused, or empty. */
  readonly refusal: string;
}

/** What our parser makes of the bytes of a connection that then closes. */
function readOurs(pieces: readonly Buffer[], method: string): Ours {
  const parser = new ResponseParser();
  const heads: ResponseHead[] = [];
  let body = '';
  let end: { excess: boolean } | null = null;
  parser.expect(method, {
    head: (found) => heads.push(found),
    body: (bytes) => {
      body += Buffer.from(bytes).toString('latin1');
    },
    end: (excess) => {
      end = { excess };
    },
  });
  let refusal = '';
  try {
    for (const piece of pieces) parser.feed(piece);
    parser.close();
  } catch (error) {
    refusal = error instanceof MalformedResponse ? error.message : `not a MalformedResponse: ${String(error)}`;
  }
  const [head] = heads;
  const ended = end as { excess: boolean } | null;
  if (ended === null || head === undefined) return { read: null, excess: false, refusal };
  const excess = ended.excess || refusal !== '';
  return { read: { status: head.status, body, headers: lines(head.headerText) }, excess, refusal: '' };
}

function lines(headerText: string): string[] {
  return headerText
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      return `${line.slice(0, colon).toLowerCase()}: ${line.slice(colon + 1).trim()}`;
    });
}

/** What Node makes of the same. */
function readNodes(pieces: readonly Buffer[], method: string): Promise<Read | null> {
  return new Promise((resolve) => {
    const wire = new Duplex({
      read() {},
      write(_chunk, _encoding, done) {
        done();
      },
    });
    const agent = new Agent();
    Object.assign(agent, { createConnection: () => wire });
    const client = request({ method, agent });
    client.on('error', () => resolve(null));
    client.on('close', () => resolve(null));
    client.on('response', (response) => {
      let body = '';
      response.setEncoding('latin1');
      response.on('data', (text) => {
        body += text;
      });
      response.on('error', () => resolve(null));
      response.on('end', () => {
        const headers: string[] = [];
        for (let i = 0; i < response.rawHeaders.length; i += 2) {
          headers.push(`${response.rawHeaders[i]?.toLowerCase()}: ${response.rawHeaders[i + 1]?.trim()}`);
        }
        resolve(response.complete ? { status: response.statusCode ?? 0, body, headers } : null);
      });
    });
    client.end();
    setImmediate(() => {
      for (const piece of pieces) wire.push(piece);
      wire.push(null);
    });
  });
}

const CORPUS: readonly string[] = [
  'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello',
  'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-A: b\r\n\r\n',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;x=y\r\n world\r\n0\r\nT: v\r\n\r\n',
  'HTTP/1.1 200 OK\r\ntransfer-encoding:  Chunked \r\nConnection: keep-alive\r\n\r\na\r\n0123456789\r\n0\r\n\r\n',
  'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nto the end',
  'HTTP/1.0 200 OK\r\n\r\nold',
  'HTTP/1.1 204 No Content\r\nServer: x\r\n\r\n',
  'HTTP/1.1 304 Not Modified\r\nContent-Length: 10\r\n\r\n',
  'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\nok',
  'HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno',
  'HTTP/1.1 500 \r\nContent-Length: 1\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\nx',
  'HTTP/1.1 200\r\nContent-Length: 1\r\n\r\nx',
];

test('whole answers are read as Node reads them, however they are cut', async () => {
  for (const text of CORPUS) {
    const bytes = Buffer.from(text, 'latin1');
    const expected = await readNodes([bytes], 'GET');
    assert.notEqual(expected, null, text);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)].filter((piece) => piece.length > 0);
      assert.deepEqual(
        readOurs(pieces, 'GET'),
        { read: expected, excess: false, refusal: '' },
        `${text} cut at ${cut}`,
      );
    }
    const single = Array.from(bytes, (byte) => Buffer.from([byte]));
    assert.deepEqual(readOurs(single, 'GET').read, expected, `${text} byte by byte`);
  }
});

test('the answer to HEAD ends with its head', async () => {
  const bytes = Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n');
  assert.deepEqual(readOurs([bytes], 'HEAD').read, await readNodes([bytes], 'HEAD'));
  assert.equal(readOurs([Buffer.concat([bytes, Buffer.from('hello')])], 'HEAD').excess, true);
});

test('answers come one after the other on a connection', () => {
  const parser = new ResponseParser();
  const bodies: string[] = [];
  for (const text of [...CORPUS.slice(0, 4), ...CORPUS.slice(8, 11)]) {
    let body = '';
    parser.expect('GET', {
      head: () => {},
      body: (bytes) => {
        body += Buffer.from(bytes).toString('latin1');
      },
      end: (excess) => {
        assert.equal(excess, false);
        bodies.push(body);
      },
    });
    parser.feed(Buffer.from(text, 'latin1'));
  }
  assert.deepEqual(bodies, ['hello', '', 'hello world', '0123456789', 'ok', 'no', 'x']);
  assert.throws(() => parser.feed(Buffer.from('x')), MalformedResponse);
});

test('damaged answers are read as Node reads them, and what only one of them takes has a reason', async () => {
  const random = randomFrom(Number(process.env.FUZZ_SEED ?? 20261124));
  const pick = (below: number) => Math.floor(random() * below);
  let bothTook = 0;
  let bothRefused = 0;
  for (let round = 0; round < 5000; round++) {
    let damaged: Buffer = Buffer.from(CORPUS[pick(CORPUS.length)] ?? '', 'latin1');
    for (let change = 0; change <= pick(3); change++) damaged = damage(damaged, pick);
    const text = damaged.toString('latin1');
    if (NODE_STRAYS.test(text)) continue;
    const cut = pick(damaged.length + 1);
    const ours = readOurs(
      [damaged.subarray(0, cut), damaged.subarray(cut)].filter((piece) => piece.length > 0),
      'GET',
    );
    const nodes = await readNodes([damaged], 'GET');
    assert.doesNotMatch(ours.refusal, /not a MalformedResponse/);
    if (ours.read !== null && nodes !== null) {
      bothTook++;
      assert.deepEqual(ours.read, nodes, JSON.stringify(text));
    } else if (ours.read === null && nodes === null) bothRefused++;
    else assert.ok(hasReason(ours, text), `${JSON.stringify(ours)} of ${JSON.stringify(text)}`);
  }
  assert.ok(bothTook > 300 && bothRefused > 300, `${bothTook} taken, ${bothRefused} refused`);
});

/**
 * Where Node leaves the standard and we do not: empty elements of a list have to be ignored (RFC 9110 section 5.6.1.2),
 * white space around a value has to be (section 5.5), a lone CR ends no line (RFC 9112 section 2.2), and a status
 * starts with 1 to 9 (RFC 9110 section 15).
 */
const NODE_STRAYS =
  /transfer-encoding:[^\r]*,|(?:content-length|transfer-encoding):[^\r]*(?:\t| {2})|\r[^\n]|HTTP\/1\.[01] 0/i;

/** Whether only one of the two may take an answer. */
function hasReason(ours: Ours, text: string): boolean {
  // Ours: Node fails an answer for what follows it; for white space around the size of a chunk, which Go takes as well;
  // and for a length among the trailers, which are of no account (RFC 9110 section 6.5.1).
  if (ours.read !== null) {
    return ours.excess || /\r\n[0-9a-f]+[\t ;]+[^\r]*\r\n|\r\n0\r\n[\s\S]*Content-Length/i.test(text);
  }
  // Node's: it reads an unknown coding to the end of the connection, and skips line ends before a status line.
  return /transfer coding/.test(ours.refusal) || /^[\r\n]|\r\n\r\n[\r\n]+HTTP/.test(text);
}

function damage(bytes: Buffer, pick: (below: number) => number): Buffer {
  const at = pick(bytes.length);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  const BITS = [
    '\r',
    '\n',
    '\r\n',
    ' ',
    ':',
    '0',
    '9',
    'f',
    '\0',
    '\x80',
    ';',
    'Content-Length: 3\r\n',
    'chunked',
    ',',
    '\t',
    '-',
  ];
  switch (pick(4)) {
    case 0:
      return Buffer.concat([before, Buffer.from(BITS[pick(BITS.length)] ?? '', 'latin1'), after]);
    case 1:
      return Buffer.concat([before, after.subarray(1 + pick(3))]);
    case 2:
      return Buffer.concat([before, Buffer.from([pick(256)]), after.subarray(1)]);
    default:
      return bytes.subarray(0, at);
  }
}
