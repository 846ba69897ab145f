import { type MediaRange, parseAccept, rangeCovers } from './media-type.ts';
import { Refusal, type Request } from './message.ts';

/** A representation that the server can make of a resource. */
export interface Offer {
  /** `multipart/related`, or the media type of a single-part payload. */
  readonly essence: string;
  /** Media type of the parts of a multipart payload. */
  readonly root?: string;
  /** Whether this offer can be had in the named transfer syntax; left out where the parameter means nothing. */
  readonly inTransferSyntax?: (uid: string) => boolean;
}

/** The offer chosen and what the client's range said about it. */
interface Choice {
  readonly offer: Offer;
  /** Value of the transfer-syntax parameter, `*` included. */
  readonly transferSyntax: string | undefined;
}

export function multipart(root: string, inTransferSyntax?: Offer['inTransferSyntax']): Offer {
  return { essence: 'multipart/related', root, ...(inTransferSyntax ? { inTransferSyntax } : {}) };
}

export function single(essence: string, inTransferSyntax?: Offer['inTransferSyntax']): Offer {
  return { essence, ...(inTransferSyntax ? { inTransferSyntax } : {}) };
}

function covers(range: MediaRange, offer: Offer): boolean {
  if (!rangeCovers(range.essence, offer.essence)) return false;
  const type = range.parameters.get('type')?.toLowerCase();
  if (offer.root !== undefined && type !== undefined && !rangeCovers(type, offer.root)) return false;
  const transferSyntax = range.parameters.get('transfer-syntax');
  return transferSyntax === undefined || offer.inTransferSyntax === undefined || offer.inTransferSyntax(transferSyntax);
}

/** How precise a range is, from 0: every type, every subtype of a type, one type, one type with its root type. */
function precision(range: MediaRange): number {
  if (range.essence === '*/*') return 0;
  if (range.essence.endsWith('/*')) return 1;
  return range.parameters.has('type') ? 3 : 2;
}

/** The best pair of range and offer: by weight, then by precision, then in the client's order, then in the server's. */
function best(ranges: readonly MediaRange[], offers: readonly Offer[]): Choice | null {
  let chosen: { choice: Choice; quality: number; precision: number } | null = null;
  for (const range of ranges) {
    for (const offer of offers) {
      if (range.quality === 0 || !covers(range, offer)) continue;
      const rank = precision(range);
      if (ranges.some((other) => precision(other) > rank && covers(other, offer))) continue;
      const transferSyntax = range.parameters.get('transfer-syntax');
      const better =
        chosen === null ||
        range.quality > chosen.quality ||
        (range.quality === chosen.quality && rank > chosen.precision);
      if (better) chosen = { choice: { offer, transferSyntax }, quality: range.quality, precision: rank };
    }
  }
  return chosen === null ? null : chosen.choice;
}

/** Types that only a rendered resource can have, and those that only a DICOM resource can have (PS3.18 §8.7.5). */
function mixesCategories(ranges: readonly MediaRange[]): boolean {
  const types = ranges.map((range) => range.parameters.get('type') ?? range.essence);
  const isDicom = (type: string): boolean =>
    type.startsWith('application/dicom') || type === 'application/octet-stream';
  return types.some(isDicom) && types.some((type) => type.startsWith('text/'));
}

/**
 * Selects the representation of a response (PS3.18 §8.7.8): types of the accept query parameter before those of the
 * Accept header, the first offer being the default.
 * @throws Refusal 406 without Accept or when nothing fits, 400 when DICOM and rendered types are mixed.
 */
export function negotiate(request: Request, offers: readonly Offer[]): Choice {
  const parameter = request.query.filter(([name]) => name === 'accept').map(([, value]) => value);
  const header = request.headers.accept;
  if (header === undefined && parameter.length === 0)
    throw new Refusal(406, 'the request has no Accept header field (PS3.18 §8.7.5)');
  const preferred = parseAccept(parameter.join(','));
  const ranges = parseAccept(header ?? '');
  if (mixesCategories([...preferred, ...ranges]))
    throw new Refusal(400, 'DICOM and rendered media types cannot be mixed in one request (PS3.18 §8.7.5)');
  const choice = best(preferred, offers) ?? best(ranges, offers);
  if (choice !== null) return choice;
  const names = offers.map((offer) => (offer.root ? `${offer.essence}; type="${offer.root}"` : offer.essence));
  throw new Refusal(406, `this resource can be had as ${names.join(', ')}`);
}
