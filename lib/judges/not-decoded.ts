import { pixelDataOf } from '../dicom/frames.ts';
import type { StoredInstance } from '../dicom/instance.ts';
import { transferSyntaxName } from '../dicom/transfer-syntax-name.ts';
import type { ExchangeResponse } from '../http/exchange.ts';
import type { Assessment } from './assess.ts';

/**
 * Warnings for a server that cannot decompress what it stores: 406 says so (Table 10.4.3-1). By any other status the client
 * is told that the instance is not there, or that its request is wrong.
 */
export const CANNOT_DECOMPRESS: Readonly<Record<number, string>> = {
  406: 'refused, as by a server that cannot decompress what it stores',
};

/**
 * Whether a server refuses to decode what was stored compressed, for frames, bulk data and rendered pictures alike. Says
 * so. PS3.18 §8.7.3.4 asks for the conversion of instances that are held without loss, which WADO-RS-006 grades; no clause
 * asks for the decoder of any transfer syntax, and Table 10.4.3-1 has 406 for a media type that cannot be given.
 */
export function doesNotDecode(response: ExchangeResponse, stored: StoredInstance, a: Assessment): boolean {
  if (response.status !== 406 || !pixelDataOf(stored.dataSet)?.fragments) return false;
  const name = transferSyntaxName(stored.transferSyntax);
  a.cannot('not-exercised', `${stored.name} is stored as ${name}, and 406 says that it is not decoded`);
  return true;
}
