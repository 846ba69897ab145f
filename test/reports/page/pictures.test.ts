import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resultsProblems } from '../../../lib/results/read-results.ts';
import { shownPictures } from '../../../reports/page/pictures.tsx';
import { renderPage } from '../../../reports/page/render-page.tsx';
import { resultsOf, scenario } from '../fixtures.ts';
import { png } from '../png.ts';

function runWith(...pictures: readonly string[]) {
  return resultsOf([
    scenario('T11', [], {
      pictures: pictures.map((actual) => ({ label: 'frame 1 of <b>', actual, expected: png(4, 4) })),
    }),
  ]);
}

test('pictures of the results stand beside what was expected, and say which is which', () => {
  const run = runWith(png(5, 4));
  assert.deepEqual(resultsProblems(run), []);
  const page = renderPage(run);
  for (const [word, picture] of [
    ['Expected', png(4, 4)],
    ['Observed', png(5, 4)],
  ] as const) {
    assert.ok(page.includes(`<img src="data:image/png;base64,${picture}" alt="${word}: frame 1 of &lt;b>"`), word);
  }
  assert.match(page, /href="#pictures"/);
});

test('what is no PNG in Base64, or longer than a small one, breaks the schema', () => {
  const svg = Buffer.from('<svg onload="alert(1)">').toString('base64');
  for (const picture of [
    '',
    svg,
    `${png(4, 4)}"><script>`,
    `${png(4, 4)}\n`,
    `data:image/png;base64,${png(4, 4)}`,
    png(4, 4) + 'A'.repeat(131_072),
  ]) {
    assert.notDeepEqual(resultsProblems(runWith(picture)), [], picture.slice(0, 60));
  }
});

test('a picture that claims to be large is not given to a browser to decode', () => {
  const bomb = Buffer.from(png(4, 4), 'base64');
  for (const side of [16, 20]) {
    const large = Buffer.from(bomb);
    large.writeUInt32BE(60_000, side);
    const run = runWith(large.toString('base64'));
    assert.equal(shownPictures(run).length, 0);
    assert.doesNotMatch(renderPage(run), /<img|href="#pictures"/);
  }
  assert.equal(shownPictures(runWith(png(4, 4).slice(0, 26))).length, 0);
});

test('many pictures leave the page its size', () => {
  const heavy = png(4, 4) + 'A'.repeat(100_000);
  assert.equal(shownPictures(runWith(...Array.from({ length: 10 }, () => heavy))).length, 4);
});
