import { firstDifference } from '../bytes/byte-source.ts';
import type { ExchangeResponse } from '../http/exchange.ts';
import { representationsOf } from './multipart.ts';

/** Whether two answers carry the same: parts of equal bytes in one order, whatever boundary stands between them. */
export function hasSameContent(one: ExchangeResponse, other: ExchangeResponse): boolean {
  const [left, right] = [representationsOf(one), representationsOf(other)];
  return (
    left.length > 0 &&
    left.length === right.length &&
    left.every(({ body }, index) => {
      const counterpart = right[index]?.body;
      return counterpart !== undefined && firstDifference(body, counterpart) < 0;
    })
  );
}
