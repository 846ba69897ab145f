import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderPage } from '../../reports/page/render-page.tsx';
import { cleanRun } from './runs.ts';

test('the page says that a certificate was not verified, or that one was offered, and nothing where neither is so', () => {
  const run = cleanRun();
  const page = (changes: object): string => renderPage({ ...run, target: { ...run.target, ...changes } });
  assert.match(page({ unverified: true }), /certificate was not verified \(--insecure\)/);
  assert.match(page({ clientCertificate: true }), /offered in the TLS handshake/);
  assert.doesNotMatch(page({}), /not verified|TLS handshake/);
});
