import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { renderPage } from '../../reports/page/render-page.tsx';
import { readPictures } from '../../reports/read-pictures.ts';
import { emptyFolder } from './command.ts';
import { resultsOf, scenario } from './fixtures.ts';

const picture = PNG.sync.write(new PNG({ width: 4, height: 4 }));

function withPictures(...files: readonly string[]) {
  return resultsOf([scenario('T11', [], { pictures: files.map((actual) => ({ label: `of ${actual}`, actual })) })]);
}

test('pictures of the run folder come as data, and stand beside what was expected', () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'evidence'));
  for (const name of ['a.png', 'b.png']) writeFileSync(join(folder, 'evidence', name), picture);
  const run = resultsOf([
    scenario('T11', [], { pictures: [{ label: 'frame 1', actual: 'evidence/a.png', expected: 'evidence/b.png' }] }),
  ]);
  const pictures = readPictures(folder, run);
  assert.equal(pictures.size, 2);
  const page = renderPage(run, pictures);
  assert.equal(page.match(/<img src="data:image\/png;base64,/g)?.length, 2);
  assert.match(page, /href="#pictures"/);
});

test('what is no PNG, too large, missing, a link or outside the folder is no picture', () => {
  const folder = emptyFolder();
  const outside = join(emptyFolder(), 'outside.png');
  writeFileSync(outside, picture);
  writeFileSync(join(folder, 'page.png'), '<svg onload="alert(1)">');
  writeFileSync(join(folder, 'large.png'), Buffer.concat([picture, Buffer.alloc(200_000)]));
  symlinkSync(outside, join(folder, 'link.png'));
  const run = withPictures('page.png', 'large.png', 'missing.png', 'link.png', `../${outside}`);
  assert.equal(readPictures(folder, run).size, 0);
  const page = renderPage(run, readPictures(folder, run));
  assert.doesNotMatch(page, /<img/);
  assert.doesNotMatch(page, /href="#pictures"/);
});

test('many pictures leave the page its size', () => {
  const folder = emptyFolder();
  const files = Array.from({ length: 10 }, (_, index) => `${index}.png`);
  for (const file of files) writeFileSync(join(folder, file), Buffer.concat([picture, Buffer.alloc(100_000)]));
  const pictures = readPictures(folder, withPictures(...files));
  assert.equal(pictures.size, 4);
});
