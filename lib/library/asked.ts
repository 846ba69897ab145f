import type { StoredInstance } from '../dicom/instance.ts';
import type { InstancePath, QueryParameters, ResourcePath, SearchResource } from '../dicomweb/operations.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Target } from '../target/target.ts';

/** What a request asked for. */
export type Asked =
  /** `sent` is empty where a part of the request is no instance, or not of the study that is named. */
  | { readonly kind: 'store'; readonly sent: readonly StoredInstance[] }
  | { readonly kind: 'instances'; readonly path: ResourcePath }
  | { readonly kind: 'metadata'; readonly path: ResourcePath }
  | { readonly kind: 'frames'; readonly path: InstancePath; readonly frames: readonly number[] }
  | { readonly kind: 'rendered'; readonly path: ResourcePath }
  | { readonly kind: 'search'; readonly resource: SearchResource; readonly query: QueryParameters }
  | { readonly kind: 'other' };

/** An exchange as its client knows it: what was asked, of whom, and what of ours was there. */
export interface Circumstances {
  readonly asked: Asked;
  readonly target: Target;
  /** Everything in the studies that were stored under fresh UIDs, which nobody else uses. */
  readonly stored: readonly StoredInstance[];
}

const known = new WeakMap<Exchange, Circumstances>();

/** Remembers the circumstances of an exchange for as long as somebody has it. */
export function remember(exchange: Exchange, circumstances: Circumstances): Exchange {
  known.set(exchange, circumstances);
  return exchange;
}

/** What is known of an exchange; null for one that no client of this library made. */
export function circumstancesOf(exchange: Exchange): Circumstances | null {
  return known.get(exchange) ?? null;
}
