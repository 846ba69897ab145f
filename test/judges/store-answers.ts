import type { Exchange } from '../../lib/http/exchange.ts';
import { UIDS } from './dicom-bytes.ts';
import type { Parts } from './exchanges.ts';
import { anInstance, attribute, json, SERIES, STUDY } from './json-answers.ts';

/** Two instances of one study, and answers to storing them. */
export const ONE = anInstance([], { instance: '1.1', name: 'one' });
export const TWO = anInstance([], { instance: '1.2', name: 'two' });
export const SENT = [ONE, TWO];

const url = (path: string) => attribute('UR', `http://server/studies/${STUDY}${path}`);

export const storedItem = (instance: string, more: Record<string, unknown> = {}) => ({
  '00081150': attribute('UI', UIDS.sopClass),
  '00081155': attribute('UI', instance),
  '00081190': url(`/series/${SERIES}/instances/${instance}`),
  ...more,
});
export const failedItem = (instance: string, reason: unknown = attribute('US', 43264)) => ({
  '00081150': attribute('UI', UIDS.sopClass),
  '00081155': attribute('UI', instance),
  ...(reason ? { '00081197': reason } : {}),
});

export const sequence = (items: readonly unknown[]) => ({ vr: 'SQ', ...(items.length > 0 ? { Value: items } : {}) });

export function moduleOf(stored: readonly unknown[], failed: readonly unknown[] = []): Record<string, unknown> {
  return {
    '00081190': url(''),
    ...(failed.length > 0 ? { '00081198': sequence(failed) } : {}),
    ...(stored.length > 0 ? { '00081199': sequence(stored) } : {}),
  };
}

export const BOTH_STORED = moduleOf([storedItem('1.1'), storedItem('1.2')]);
export const ONE_STORED = moduleOf([storedItem('1.1')], [failedItem('1.2')]);
export const NONE_STORED = moduleOf([], [failedItem('1.1'), failedItem('1.2')]);
export const WITH_WARNING = moduleOf([storedItem('1.1', { '00081196': attribute('US', 45056) }), storedItem('1.2')]);

/** The answer to a store request. */
export function storeAnswer(body: unknown, parts: Parts = {}): Exchange {
  return json(body, { id: 'S.1', operation: 'store', method: 'POST', url: 'http://server/studies', ...parts });
}
