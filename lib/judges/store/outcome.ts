import { isForbiddenOnTheWeb } from '../../answers/dicom/transfer-syntaxes.ts';
import { attributeOf } from '../../answers/json/data-set.ts';
import { storeModuleOf } from '../../answers/store-response.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange } from '../../http/exchange.ts';

/** What should come of the instances of one store request. */
export interface StoreOutcome {
  readonly stored: readonly StoredInstance[];
  /** Instances that the server has to turn down. */
  readonly refused: readonly StoredInstance[];
}

const FAILURE_REASON = '00081197';

/** SOP Class and transfer syntax that are not supported, as PS3.18 Table I.2-2 has them. */
const UNSUPPORTED = new Set([0x0122, 0xc122]);

/** Out of resources: A700H to A7FFH. */
function isOutOfResources(reason: number): boolean {
  return reason >> 8 === 0xa7;
}

/** Whether an instance is in a transfer syntax that has no place in web services (PS3.18 §8.7.3). */
export function isKeptOff({ transferSyntax }: StoredInstance): boolean {
  return isForbiddenOnTheWeb(transferSyntax);
}

/**
 * What a server owes for a valid request, by its own answer: an instance that it declines, since it does not support
 * its SOP Class or transfer syntax or has no room for it, is to be listed as failed. No clause says what it has to
 * support; that stands in its conformance statement. Nor has it to take a transfer syntax that is kept off the web
 * (§8.7.3), whatever reason it gives. Any other instance has to be stored.
 */
export function storeOutcomeOf({ response }: Exchange, sent: readonly StoredInstance[]): StoreOutcome {
  const failed = (response && storeModuleOf(response)?.failed) ?? [];
  const keptOff = new Set<string | null>(sent.filter(isKeptOff).map(({ instance }) => instance));
  const declined = new Set(
    failed
      .filter(({ dataSet, instance }) => {
        const reason = attributeOf(dataSet, FAILURE_REASON)?.values[0];
        const code = reason?.kind === 'number' ? Number(reason.text) : 0;
        return UNSUPPORTED.has(code) || isOutOfResources(code) || keptOff.has(instance);
      })
      .map(({ instance }) => instance),
  );
  return {
    stored: sent.filter(({ instance }) => !declined.has(instance)),
    refused: sent.filter(({ instance }) => declined.has(instance)),
  };
}
