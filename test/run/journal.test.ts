import assert from 'node:assert/strict';
import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileJournal, type JournalEntry } from '../../lib/run/journal.ts';
import { temporaryFolder } from '../cli/program.ts';

function stored(instance: string): JournalEntry {
  return { kind: 'ledger', entry: { study: '1.2', series: '1.2.3', instance, state: 'sent' } };
}

test('what one process writes another reads, in order', (t) => {
  const path = join(temporaryFolder(t), 'journal');
  const [writer, reader] = [fileJournal(path), fileJournal(path)];
  assert.deepEqual(reader.entries(), []);
  assert.ok(!existsSync(path), 'looking writes nothing');
  writer.append(stored('1'));
  reader.append(stored('2'));
  writer.append(stored('3'));
  assert.deepEqual(writer.entries(), ['1', '2', '3'].map(stored));
  assert.deepEqual(reader.entries(), writer.entries());
});

test('a line that a dying process did not finish is left out', (t) => {
  const path = join(temporaryFolder(t), 'journal');
  const journal = fileJournal(path);
  journal.append(stored('1'));
  appendFileSync(path, JSON.stringify(stored('2')).slice(0, -5));
  assert.deepEqual(journal.entries(), [stored('1')]);
});

test('an entry that follows an unfinished line is not lost with it', (t) => {
  const path = join(temporaryFolder(t), 'journal');
  fileJournal(path).append(stored('1'));
  appendFileSync(path, '\n{"kind":"exchange","scenario":"T01","rec');
  const next = fileJournal(path);
  next.append(stored('3'));
  assert.deepEqual(next.entries(), [stored('1'), stored('3')]);
});

test('line feeds in what a server sent stay within their entry', (t) => {
  const journal = fileJournal(join(temporaryFolder(t), 'journal'));
  const entry = {
    study: '1.2',
    series: '1.2.3',
    instance: '1',
    state: 'sent',
    said: 'no\n{"kind":"ledger"}\n',
  } as const;
  const withText: JournalEntry = { kind: 'ledger', entry };
  journal.append(withText);
  assert.deepEqual(journal.entries(), [withText]);
});

test('a line that is no whole entry is left out, whatever it holds', (t) => {
  const path = join(temporaryFolder(t), 'journal');
  const journal = fileJournal(path);
  journal.append(stored('1.2'));
  const lines = [
    'null',
    '5',
    '[]',
    '"ledger"',
    '{}',
    '{"kind":"ledger"}',
    '{"kind":"ledger","entry":null}',
    '{"kind":"exchange"}',
  ];
  const entries = [
    { study: '1' },
    { study: '1', series: '2', instance: '3', state: 'mine' },
    { study: '1', instance: '3', state: 'sent' },
  ];
  appendFileSync(path, [...lines, ...entries.map((entry) => JSON.stringify({ kind: 'ledger', entry }))].join('\n'));
  assert.deepEqual(journal.entries(), [stored('1.2')]);
});
