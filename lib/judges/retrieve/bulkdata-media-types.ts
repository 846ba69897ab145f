import { partOf, type Representation, representationsOf } from '../../answers/multipart.ts';
import { quoted } from '../../answers/wording.ts';
import { breach } from '../../breaches/breach.ts';
import { type Exchange, headerValue } from '../../http/exchange.ts';
import { parameter } from '../../http/media-type.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { successfulResponse } from '../complete-response.ts';

export const OCTETS = 'application/octet-stream';

const UID = '1.2.840.10008.1.2';
/** Transfer syntaxes of each media type of bulk data, by the end of their UID (PS3.18 Table 8.7.3-5). */
const PAIRS: Readonly<Record<string, readonly string[]>> = {
  [OCTETS]: ['.1', '.1.98'],
  'image/jpeg': ['.4.70', '.4.50', '.4.51', '.4.57'],
  'image/dicom-rle': ['.5'],
  'image/jls': ['.4.80', '.4.81'],
  'image/jp2': ['.4.90', '.4.91'],
  'image/jpx': ['.4.92', '.4.93'],
  'image/jphc': ['.4.201', '.4.202', '.4.203'],
  'image/jxl': ['.4.110', '.4.111', '.4.112'],
  'video/mpeg': fragmentable('.4.100', '.4.101'),
  'video/mp4': fragmentable('.4.102', '.4.103', '.4.104', '.4.105', '.4.106'),
  'video/h265': ['.4.107', '.4.108'],
};

/** Videos have a second transfer syntax each, for streams in several fragments (PS3.5 §8.2.5). */
function fragmentable(...ends: readonly string[]): readonly string[] {
  return ends.flatMap((end) => [end, `${end}.1`]);
}

/** Media types of bulk data in a transfer syntax: several where the table leaves a choice, none where it has none. */
export function typesOf(transferSyntax: string): readonly string[] {
  return Object.keys(PAIRS).filter((type) => PAIRS[type]?.some((end) => transferSyntax === UID + end));
}

/**
 * WADO-RS-048: media type and transfer syntax of each part are a pair of the standard's table. A part of another type
 * than was asked for fails WADO-RS-040 or -058.
 */
export function pairsMediaTypeAndTransferSyntax(exchange: Exchange): Finding {
  const claim = 'pairs media type and transfer syntax by the table';
  return assess('WADO-RS-048', claim, [exchange], (a) => {
    const response = successfulResponse(exchange, a);
    if (response) for (const part of representationsOf(response)) assessPair(part, a);
  });
}

function assessPair(representation: Representation, a: Assessment): void {
  const { mediaType, headers } = representation;
  const pairs = PAIRS[mediaType?.essence ?? ''];
  const where = { kind: 'header', name: 'Content-Type', ...partOf(representation) } as const;
  const type = headerValue(headers, 'Content-Type');
  if (!pairs) {
    a.cannot('prerequisite-failed', `no transfer syntax belongs to a part of type ${type ? quoted(type) : 'unknown'}`);
    return;
  }
  const named = mediaType && parameter(mediaType, 'transfer-syntax');
  a.holds();
  if (named === null) return;
  a.must(
    pairs.some((end) => named === UID + end),
    () =>
      breach('part-transfer-syntax-unlisted', where, { type: mediaType?.essence ?? '', transferSyntax: named ?? '' }),
  );
}
