import type { ResourcePath } from '../dicomweb/operations.ts';
import { levelOf, resourcePath } from '../dicomweb/paths.ts';
import { ANYTHING, requestSender, type SendingOptions } from '../dicomweb/send.ts';
import type { Exchange } from '../http/exchange.ts';
import type { TransportRequest } from '../http/plain-transport.ts';

/**
 * Sends one DELETE. The only place that does: `test/architecture.test.ts` holds it, and that nothing outside this room
 * calls it. `mayRepeat` is asked before the same is sent again, to a busy server or with a new token.
 * Where a redirect leads it is never sent: nobody looked at what lies there, and DICOMweb needs none.
 */
export function sendDelete(
  sending: SendingOptions,
  path: ResourcePath,
  mayRepeat: TransportRequest['mayRepeat'],
): Promise<Exchange> {
  return requestSender(sending)({
    operation: `delete ${levelOf(path)}`,
    method: 'DELETE',
    url: sending.target.roots.delete + resourcePath(path),
    accept: ANYTHING,
    options: undefined,
    ...(mayRepeat ? { mayRepeat } : {}),
  });
}
