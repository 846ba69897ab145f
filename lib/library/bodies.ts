import { readAll } from '../bytes/byte-source.ts';
import { decodedBody } from '../http/content.ts';
import type { Exchange, ExchangeResponse } from '../http/exchange.ts';

/** Longest body that is decoded, in bytes. */
const MOST_DECODED = 1 << 30;

/** An answer has no body that can be read as was asked. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody';
}

/**
 * The body of an answer, with content codings undone; empty where it has none.
 *
 * @throws UnreadableBody when there is no complete answer, or a content coding cannot be undone.
 */
export function bytesOf(exchange: Exchange): Uint8Array {
  return readAll(decodedResponseOf(exchange).body);
}

/** The answer with content codings undone. @throws UnreadableBody as `bytesOf` does. */
export function decodedResponseOf({ operation, response, failure }: Exchange): ExchangeResponse {
  if (!response || failure) throw new UnreadableBody(`${operation}: ${failure?.message ?? 'no answer'}`);
  const content = decodedBody(response, MOST_DECODED);
  if (!content.ok) throw new UnreadableBody(`${operation}: ${content.message}`);
  return { ...response, body: content.body };
}

/**
 * The body of an answer as JSON.
 *
 * @throws UnreadableBody as `bytesOf` does, and for a body that is no JSON.
 */
export function jsonOf(exchange: Exchange): unknown {
  const text = new TextDecoder().decode(bytesOf(exchange));
  try {
    return JSON.parse(text);
  } catch (error) {
    const status = exchange.response?.status;
    throw new UnreadableBody(`${exchange.operation} was answered ${status} without JSON: ${(error as Error).message}`);
  }
}
