import { newUid } from '../dicom/uid.ts';
import type { SendingOptions } from '../dicomweb/send.ts';
import type { Exchange } from '../http/exchange.ts';
import { sendDelete } from './send-delete.ts';

/** A study that nobody has: its UID is made here, and nothing is ever stored under it. */
export class UnusedStudy {
  readonly uid = newUid();
}

/** Sends a DELETE of a study that nobody has, to see whether the target offers any. */
export function tryDelete(sending: SendingOptions, { uid }: UnusedStudy): Promise<Exchange> {
  return sendDelete(sending, { study: uid }, undefined);
}
