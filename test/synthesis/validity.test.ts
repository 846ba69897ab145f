import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { writePool } from '../../lib/load/pool-files.ts';
import { uidPrefix } from '../../lib/portable/uid.ts';
import { parseMix } from '../../lib/synthesis/mix.ts';
import { MODALITIES } from '../../lib/synthesis/modality/index.ts';
import { synthesise } from '../../lib/synthesis/synthesise.ts';
import { EXPLICIT_LITTLE_ENDIAN, WRITABLE } from '../../lib/synthesis/transfer-syntax.ts';
import { builtInNames, builtInTemplate } from '../../load/shared/built-in.ts';
import { Stamper } from '../../load/shared/stamper.ts';
import { skipWithout } from '../support/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'synthesis-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const files: string[] = [];
function write(name: string, segments: readonly Uint8Array[]): void {
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat(segments));
  files.push(path);
}

for (const modality of MODALITIES.values()) {
  for (const transferSyntax of WRITABLE) {
    for (const size of [1024, 40_000]) {
      const options = { seed: size, mix: [{ modality, weight: 1 }], count: 1, size, transferSyntax };
      for (const { segments } of synthesise(options))
        write(`${modality.code}-${transferSyntax.name}-${size}.dcm`, segments);
    }
  }
}
const builtIn = builtInTemplate(20_000);
new Stamper(builtIn.bytes, builtIn, builtInNames, uidPrefix(1, 1), 3).stamp({ study: 4, instance: 123 });
write('built-in.dcm', [builtIn.bytes]);
await writePool({ folder, mix: parseMix('mix'), size: 30_000, seed: 1, names: 'any' });
files.push(...[...MODALITIES.keys()].map((code) => join(folder, `${code}.dcm`)));

/** What a program says of a file, on both channels. */
function output(command: string, ...args: readonly string[]): string {
  try {
    return execFileSync('/bin/sh', ['-c', `"$0" "$@" 2>&1`, command, ...args], { encoding: 'utf8' });
  } catch (error) {
    return `FAILED ${(error as { stdout?: string }).stdout ?? error}`;
  }
}

test('dcmdump reads every file without a word', { skip: skipWithout('dcmdump') }, () => {
  for (const file of files) assert.doesNotMatch(output('dcmdump', file), /^(E|W|F):|FAILED/m, file);
});

test('dciodvfy finds no error in any file', {
  skip: skipWithout('dciodvfy'),
}, () => {
  for (const file of files) {
    const errors = output('dciodvfy', file)
      .split('\n')
      .filter((line) => line.startsWith('Error'));
    assert.deepEqual(errors, [], file);
  }
});

test('pydicom reads the names, whatever their character set', { skip: skipWithout('python3') }, () => {
  const program = [
    'import sys, pydicom, warnings, json',
    'warnings.simplefilter("error")',
    'print(json.dumps([str(pydicom.dcmread(path).PatientName) for path in sys.argv[1:]]))',
  ].join('\n');
  const expected: string[] = [];
  const paths: string[] = [];
  for (const { segments, study } of synthesise({
    seed: 9,
    mix: parseMix('CR'),
    count: 60,
    size: 1024,
    transferSyntax: EXPLICIT_LITTLE_ENDIAN,
  })) {
    const path = join(folder, `name-${paths.length}.dcm`);
    writeFileSync(path, Buffer.concat(segments));
    paths.push(path);
    expected.push(study.person.name);
  }
  const read = JSON.parse(
    execFileSync('/usr/bin/python3', ['-c', program, ...paths], { encoding: 'utf8' }),
  ) as string[];
  assert.deepEqual(read, expected);
  assert.ok(new Set(expected).size > 20);
});

/** The bytes of a dumped value in hexadecimal: words are dumped with their high byte first. */
function dumpedPixels(dump: string): string {
  const [, vr = '', value = ''] = /^\(7fe0,0010\) (O[BW]) ([0-9a-f\\]+)/m.exec(dump) ?? [];
  const swapped = (word: string): string => word.slice(2) + word.slice(0, 2);
  return value
    .split('\\')
    .map((word) => (vr === 'OW' ? swapped(word) : word))
    .join('');
}

test('dcmtk decodes RLE Lossless to the native pixels', { skip: skipWithout('dcmdrle') }, () => {
  for (const modality of MODALITIES.values()) {
    const pixels = WRITABLE.filter(({ name }) => name !== 'implicit-vr-little-endian').map((transferSyntax) => {
      const [made] = synthesise({ seed: 1, mix: [{ modality, weight: 1 }], count: 1, size: 50_001, transferSyntax });
      assert.ok(made);
      const encoded = join(folder, `rle-${modality.code}-${transferSyntax.name}.dcm`);
      const decoded = `${encoded}.native`;
      writeFileSync(encoded, Buffer.concat(made.segments));
      execFileSync('dcmdrle', ['+te', encoded, decoded]);
      return dumpedPixels(output('dcmdump', '+L', '+P', '7fe0,0010', decoded));
    });
    assert.equal(pixels[1], pixels[0], modality.code);
    assert.ok((pixels[0] ?? '').length > 10_000, modality.code);
  }
});
