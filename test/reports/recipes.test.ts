import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { causesOf } from '../../lib/results/first-cause.ts';
import { renderPage } from '../../reports/page/render-page.tsx';
import { recipesOf } from '../../reports/recipes.ts';
import { ticketText } from '../../reports/ticket.ts';
import { exchange, finding, resultsOf, scenario } from './fixtures.ts';

/** A run in which metadata were answered 500, and no evidence of it. */
const answered = exchange('T06.1', { curl: 'curl T06.1' });
const { response } = answered;
const asked = { ...answered, response: response && { ...response, status: 500, body: null } };
const breach = {
  code: 'unexpected-status',
  grade: 'fail',
  parameters: { status: 500, expected: ['200'] },
  where: { kind: 'status' },
  exchange: 'T06.1',
} as const;
const run = resultsOf([scenario('T06', [finding('WADO-RS-030', 'fail', { breaches: [breach] })])], [asked]);
const causes = causesOf(run);
const recipes = recipesOf(run, causes, { open: () => null });
const [cause] = causes;
assert.ok(cause);
const recipe = recipes.get(cause.id) ?? null;

describe('how a finding is shown again', () => {
  test('stands in its ticket as the command and as the script', () => {
    const ticket = ticketText(run, cause, { recipe });
    assert.match(ticket, /^dicomweb-harness replay \. 1\nbash tickets\/001-unexpected-status\.1\.sh$/m);
    assert.match(ticket, /^ask curl "\$BASE\/studies\/1\.2\.3\/metadata" -H 'Accept: application\/dicom\+json'/m);
    assert.match(ticket, /^judge_status 500 200$/m);
  });

  test('stands on the page, each with a button that copies it', () => {
    const page = renderPage(run, { recipes });
    assert.match(page, /<pre id="[\w.-]+-replay"[^>]*>dicomweb-harness replay \. 1<\/pre>/);
    assert.match(page, /<pre id="[\w.-]+-script"[^>]*>#!\/usr\/bin\/env bash\n/);
    assert.match(page, /data-copy="[\w.-]+-script"/);
  });

  test('is the request alone where the run is given to others without its evidence', () => {
    assert.match(ticketText(run, cause), /## Reproduce\n\n```text\ncurl T06\.1\n```/);
    assert.doesNotMatch(renderPage(run), /-script"/);
  });

  test('says why there is no script', () => {
    const body = { length: 9, sha256: '', file: null };
    const large = { ...asked, response: asked.response && { ...asked.response, body } };
    const other = { ...run, exchanges: [large] };
    const without = recipesOf(other, causes, { open: () => null }).get(cause.id) ?? null;
    assert.match(
      ticketText(other, cause, { recipe: without }),
      /no script for curl, because the answer T06\.1 was not kept/,
    );
    assert.match(
      renderPage(other, { recipes: new Map([[cause.id, without ?? assert.fail()]]) }),
      /the answer T06\.1 was not kept/,
    );
  });
});
