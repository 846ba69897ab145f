import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compareCommand } from '../../lib/cli/compare.ts';
import { conformanceStatementCommand } from '../../lib/cli/conformance-statement.ts';
import { historyCommand } from '../../lib/cli/history.ts';
import { openCommand } from '../../lib/cli/open.ts';
import { verifyCommand } from '../../lib/cli/proof/verify.ts';
import { reportCommand } from '../../lib/cli/report.ts';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { emptyFolder, outcomeOf, runFolder } from './command.ts';
import { cleanRun, loadRun, nothingJudgedRun, tenFaultsRun } from './runs.ts';

const BAD_RESULTS: Readonly<Record<string, readonly [content: string, says: RegExp]>> = {
  'no JSON': ['{', /is not JSON/],
  'another version': ['{"schema":"dicomweb-harness/results/99"}', /results\/99.*reads dicomweb-harness\/results\/2/],
  'no version': ['[]', /of version unknown/],
  'a broken schema': ['{"schema":"dicomweb-harness/results/2"}', /breaks its schema/],
};

for (const [name, [content, says]] of Object.entries(BAD_RESULTS)) {
  test(`report refuses results.json with ${name}`, async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'results.json'), content);
    const { exitCode, error } = await outcomeOf(reportCommand(), folder);
    assert.equal(exitCode, EXIT_CODES.usage);
    assert.match(error, says);
    assert.match(error, /folder of a run/);
  });
}

for (const make of [reportCommand, conformanceStatementCommand, openCommand, verifyCommand]) {
  test(`${make().name()} refuses a folder that is not there`, async () => {
    assert.equal((await outcomeOf(make(), '/no/such/folder')).exitCode, EXIT_CODES.usage);
  });

  test(`${make().name()} has examples in its help`, () => {
    let help = '';
    make()
      .configureOutput({
        writeOut: (text) => {
          help += text;
        },
      })
      .outputHelp();
    assert.match(help, /Examples:\n {2}\$ dicomweb-harness /);
  });
}

test('open prints the address of the report', async () => {
  const folder = runFolder(cleanRun());
  const { exitCode, output } = await outcomeOf(openCommand(), folder);
  assert.equal(exitCode, EXIT_CODES.conformant);
  assert.match(output, /^file:\/\/.*report\.html\n$/);
});

test('compare: exit codes, and the files that were asked for', async () => {
  const [clean, faulty, nothing] = [cleanRun(), tenFaultsRun(), nothingJudgedRun()].map((run) => runFolder(run));
  assert.ok(clean && faulty && nothing);
  const [markdown, html] = [join(clean, 'compare.md'), join(clean, 'compare.html')];
  const worse = await outcomeOf(compareCommand(), clean, faulty, '--markdown', markdown, '--html', html);
  assert.equal(worse.exitCode, EXIT_CODES.findings);
  assert.match(worse.output, /broken +STOW-001/);
  assert.match(readFileSync(markdown, 'utf8'), /\*\*broken\*\* \| STOW-001/);
  assert.match(readFileSync(html, 'utf8'), /<!doctype html>/);
  assert.equal((await outcomeOf(compareCommand(), faulty, clean)).exitCode, EXIT_CODES.conformant);
  assert.equal((await outcomeOf(compareCommand(), clean, clean)).exitCode, EXIT_CODES.conformant);
  assert.equal((await outcomeOf(compareCommand(), nothing, nothing)).exitCode, EXIT_CODES.notDecided);
});

test('--lang ja: what is printed and written is in Japanese, and pages open in it', async () => {
  const [clean, faulty] = [runFolder(cleanRun()), runFolder(tenFaultsRun())];
  assert.equal((await outcomeOf(reportCommand(), faulty, '--lang', 'ja')).exitCode, EXIT_CODES.conformant);
  assert.match(readFileSync(join(faulty, 'summary.md'), 'utf8'), /適合性試験[\s\S]*不適合。/);
  for (const page of ['report.html', 'certificate.html'])
    assert.match(readFileSync(join(faulty, page), 'utf8'), /<html [^>]*data-language="ja"/);
  const tickets = readdirSync(join(faulty, 'tickets'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(faulty, 'tickets', name), 'utf8'));
  assert.ok(tickets.length > 0 && tickets.every((ticket) => /期待値：/.test(ticket)));
  assert.match((await outcomeOf(compareCommand(), clean, faulty, '--lang', 'ja')).output, /悪化/);
  assert.match((await outcomeOf(historyCommand(), clean, faulty, '--lang', 'ja')).output, /初回検出/);
});

test('compare refuses a conformance run beside a load run', async () => {
  const { exitCode, error } = await outcomeOf(compareCommand(), runFolder(cleanRun()), runFolder(loadRun()));
  assert.equal(exitCode, EXIT_CODES.usage);
  assert.match(error, /a conformance run and a load run/);
});

test('conformance-statement has nothing to draft from a run without exchanges', async () => {
  assert.equal((await outcomeOf(conformanceStatementCommand(), runFolder(loadRun()))).exitCode, EXIT_CODES.notDecided);
});

test('compare tells load runs apart by compareLoads, in every form', async () => {
  const [before, after] = [runFolder(loadRun({ lostCount: 0, lost: [] })), runFolder(loadRun())];
  const [markdown, html] = [join(before, 'compare.md'), join(before, 'compare.html')];
  const worse = await outcomeOf(compareCommand(), before, `${after},${after}`, '--markdown', markdown, '--html', html);
  assert.equal(worse.exitCode, EXIT_CODES.findings);
  assert.match(worse.output, /worse +lost instances/);
  assert.match(readFileSync(markdown, 'utf8'), /\*\*worse\*\* \| lost instances/);
  assert.match(readFileSync(html, 'utf8'), /lost instances/);
});

test('compare takes several runs a side for load runs only', async () => {
  const folder = runFolder(cleanRun());
  assert.equal((await outcomeOf(compareCommand(), folder, `${folder},${folder}`)).exitCode, EXIT_CODES.usage);
});
