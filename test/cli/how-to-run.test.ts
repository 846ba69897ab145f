import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asTyped } from '../../lib/cli/how-to-run.ts';

test('a command is told as whoever started the program would type it', () => {
  assert.equal(asTyped('open', ['runs/1'], {}), 'dicomweb-harness open runs/1');
  assert.equal(asTyped('open', ['runs/1'], { npm_command: 'exec' }), 'npx dicomweb-harness open runs/1');
  assert.equal(asTyped('open', ['runs/1'], { npm_command: 'run-script' }), 'npm run open -- runs/1');
  assert.equal(asTyped('open', ['runs/1'], { npm_command: 'run' }), 'npm run open -- runs/1');
  assert.equal(asTyped('doctor', [], { npm_command: 'run-script' }), 'npm run doctor');
  assert.equal(asTyped('open', ['my runs'], {}), 'dicomweb-harness open "my runs"');
});
