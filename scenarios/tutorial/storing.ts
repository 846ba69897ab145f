import type { StoredInstance } from '../../lib/dicom/instance.ts';
import { acknowledgedInstances } from '../../lib/dicomweb/acknowledged.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';

/** Stores instances in one request and keeps the ledger of what may be on the server since. */
export async function store(
  { dicomweb, ledger }: ScenarioContext,
  instances: readonly StoredInstance[],
  study?: string,
): Promise<Exchange> {
  for (const instance of instances) ledger.record(instance, 'sent');
  const exchange = await dicomweb.store(
    instances.map(({ source }) => source),
    study,
  );
  const acknowledged = acknowledgedInstances(exchange);
  for (const instance of instances) {
    if (acknowledged.has(instance.instance)) ledger.record(instance, 'acknowledged');
    else if (exchange.response && exchange.response.status >= 400) ledger.record(instance, 'refused');
  }
  return exchange;
}
