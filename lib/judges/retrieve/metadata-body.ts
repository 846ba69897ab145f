import type { JsonBody } from '../../answers/json/body.ts';
import { describeBody } from '../../answers/response.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange, ExchangeResponse } from '../../http/exchange.ts';
import type { Assessment } from '../assess.ts';
import { completeResponse } from '../complete-response.ts';
import { readableBody } from '../json/assess-json.ts';

/** Attributes that hold pixels. */
export const PIXEL_DATA: readonly string[] = ['7FE00010', '7FE00008', '7FE00009'];

/** What is wrong with 206 is said by WADO-RS-030; its body is metadata all the same. */
export function hasMetadata({ status }: ExchangeResponse): boolean {
  return status === 200 || status === 206;
}

/** The readable body of a 200 or 206 answer about instances that are known; otherwise null, the reason being told. */
export function metadataBody(exchange: Exchange, stored: readonly StoredInstance[], a: Assessment): JsonBody | null {
  const response = completeResponse(exchange, a);
  if (!response) return null;
  if (stored.length === 0) {
    a.cannot('prerequisite-failed', 'no stored instance to compare with');
    return null;
  }
  if (!hasMetadata(response)) {
    a.cannot('prerequisite-failed', `no metadata: ${describeBody(response)}`);
    return null;
  }
  return readableBody(response, a);
}
