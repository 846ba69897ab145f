import type { TestInfo } from '@playwright/test';
import { exchangeText } from '../../reports/exchange-text.ts';
import { redactorFor } from '../http/redaction.ts';
import { fleetingEvidence } from '../run/evidence.ts';
import type { DicomWebClient } from './client.ts';
import { wholeOf } from './open-target.ts';

/** Most exchanges that a test that failed has attached, the last ones. */
const MOST = 50;

/** Attaches the exchanges of a client as text, credentials hidden. */
export async function attachExchanges(testInfo: TestInfo, { exchanges, target }: DicomWebClient): Promise<void> {
  if (exchanges.length === 0) return;
  const evidence = fleetingEvidence(redactorFor(wholeOf(target)));
  const texts = exchanges.slice(-MOST).map((exchange) => {
    const record = evidence.keep(exchange);
    return `${exchange.id} ${exchange.operation}\n${record.curl}\n\n${exchangeText(record)}`;
  });
  await testInfo.attach('exchanges', { body: texts.join('\n\n\n'), contentType: 'text/plain' });
}
