import { listMembers } from '../../answers/accept.ts';
import { mediaTypeOf } from '../../answers/response.ts';
import { breach } from '../../breaches/breach.ts';
import type { Place } from '../../breaches/place.ts';
import type { ByteSource } from '../../bytes/byte-source.ts';
import { isPart10 } from '../../dicom/part10.ts';
import { decodedBody } from '../../http/content.ts';
import { type Exchange, type ExchangeResponse, headerValues } from '../../http/exchange.ts';
import { parameter, parseMediaType } from '../../http/media-type.ts';
import type { Finding } from '../../results/finding.ts';
import { assessEach } from '../assess-each.ts';
import { MOST_DECODED } from '../complete-response.ts';

const MAGIC: Readonly<Record<string, readonly number[]>> = {
  gzip: [0x1f, 0x8b, 0x08],
  zstd: [0x28, 0xb5, 0x2f, 0xfd],
};

const START: Place = { kind: 'bytes', offset: 0 };
const CONTENT_ENCODING: Place = { kind: 'header', name: 'Content-Encoding' };

/** COMMON-019: a content coding is declared, was acceptable to the client, and is what the bytes have. */
export function declaresItsContentCoding(...exchanges: readonly Exchange[]): Finding {
  const claim = 'compresses only when asked to and says so';
  return assessEach('COMMON-019', claim, exchanges, (response, a, exchange) => {
    if (response.body.length === 0) return;
    const codings = declaredCodings(response);
    for (const coding of codings) {
      // A coding that was declared, though not asked for, breaches a SHOULD (RFC 9110 §12.5.3).
      a.should(isAcceptable(coding, exchange), () => {
        const accepted = headerValues(exchange.request.headers, 'Accept-Encoding').join(', ');
        return breach('content-coding-not-accepted', CONTENT_ENCODING, { coding, accepted });
      });
    }
    if (codings.length > 0) {
      const content = decodedBody(response, MOST_DECODED);
      if (content.ok || content.code !== 'corrupt') a.holds();
      else a.must(false, () => breach('content-coding-corrupt', START, { codings, message: content.message }));
      return;
    }
    const hidden = undeclaredCoding(response);
    if (hidden === null) a.holds();
    else a.must(false, () => breach('content-coding-undeclared', START, { coding: hidden }));
  });
}

function declaredCodings({ headers }: ExchangeResponse): string[] {
  return headerValues(headers, 'Content-Encoding')
    .flatMap(listMembers)
    .map((coding) => coding.toLowerCase().replace(/^x-(gzip|compress)$/, '$1'))
    .filter((coding) => coding !== 'identity');
}

/** RFC 9110 §12.5.3: without Accept-Encoding every coding is acceptable; q=0 excludes one. */
function isAcceptable(coding: string, { request }: Exchange): boolean {
  const fields = headerValues(request.headers, 'Accept-Encoding');
  if (fields.length === 0) return true;
  const offered = fields.flatMap(listMembers).flatMap((member) => parseMediaType(`coding/${member}`) ?? []);
  const match =
    offered.find(({ subtype }) => subtype.replace(/^x-/, '') === coding) ??
    offered.find(({ subtype }) => subtype === '*');
  return match !== undefined && Number(parameter(match, 'q') ?? 1) > 0;
}

/** Compressed bytes where the media type admits none: text, multipart, and DICOM, whose preamble is followed by DICM. */
function undeclaredCoding(response: ExchangeResponse): string | null {
  const type = mediaTypeOf(response);
  const plain =
    type !== null && (type.type === 'text' || type.type === 'multipart' || /(json|xml)$/.test(type.subtype));
  const dicom = type?.essence === 'application/dicom' && !isPart10(response.body);
  if (!plain && !dicom) return null;
  return Object.entries(MAGIC).find(([, start]) => startsWith(response.body, start))?.[0] ?? null;
}

function startsWith(source: ByteSource, bytes: readonly number[]): boolean {
  const start = source.read(0, bytes.length);
  return bytes.every((octet, index) => start[index] === octet);
}
