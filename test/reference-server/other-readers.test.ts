import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { findTool, skipWithout } from '../support/tools.ts';
import { FILES, OTHER_STUDY, STORE_TYPE, storeBody } from './corpus.ts';
import { RawClient } from './raw-client.ts';

const PYTHON = '/usr/bin/python3';
const INSTANCE = `/studies/${OTHER_STUDY}/series/${OTHER_STUDY}.2/instances/${OTHER_STUDY}.2.1`;
/** Compares two files element by element, pixels included. */
const COMPARE = `
import sys, pydicom
sent, kept = pydicom.dcmread(sys.argv[1]), pydicom.dcmread(sys.argv[2])
assert sent.file_meta.TransferSyntaxUID == '1.2.840.10008.1.2.1', sent.file_meta.TransferSyntaxUID
assert sent.file_meta.MediaStorageSOPInstanceUID == sent.SOPInstanceUID
assert [e.tag for e in sent] == [e.tag for e in kept]
for a, b in zip(sent, kept):
    assert a.value == b.value and a.VR == b.VR, (a, b)
print('equal', len(sent))
`;
/** Reads metadata with pydicom's own DICOM JSON reader. */
const READ_JSON = `
import json, sys, pydicom
data = json.load(open(sys.argv[1]))
sets = [pydicom.Dataset.from_json(d, bulk_data_uri_handler=lambda tag, vr, uri: b'') for d in data]
print(str(sets[0].PatientName), sets[0].Rows)
`;

async function withServer(use: (client: RawClient, folder: string) => Promise<void>): Promise<void> {
  const server = await startReferenceServer();
  const client = new RawClient(server.baseUrl);
  const folder = mkdtempSync(join(tmpdir(), 'reference-'));
  const body = storeBody(FILES.multiFrame, FILES.implicit);
  try {
    await client.send('/studies', { method: 'POST', headers: { 'content-type': STORE_TYPE }, body });
    await use(client, folder);
  } finally {
    rmSync(folder, { recursive: true });
    await client.close();
    await server.close();
  }
}

test('pydicom reads the same from a converted file as from the stored one', { skip: skipWithout('python3') }, () =>
  withServer(async (client, folder) => {
    const [sent, kept] = [join(folder, 'sent.dcm'), join(folder, 'kept.dcm')];
    writeFileSync(sent, (await client.send(INSTANCE, { accept: 'application/dicom' })).body);
    writeFileSync(kept, FILES.implicit);
    assert.match(execFileSync(PYTHON, ['-c', COMPARE, sent, kept]).toString(), /^equal \d\d/);
  }),
);

test('pydicom reads the metadata', { skip: skipWithout('python3') }, () =>
  withServer(async (client, folder) => {
    const file = join(folder, 'metadata.json');
    writeFileSync(file, (await client.send(`/studies/${OTHER_STUDY}/metadata`)).body);
    assert.equal(execFileSync(PYTHON, ['-c', READ_JSON, file]).toString().trim(), 'Müller^Jürgen 5');
  }),
);

test('dcmdump reads a converted file without complaint', { skip: skipWithout('dcmdump') }, () =>
  withServer(async (client, folder) => {
    const file = join(folder, 'sent.dcm');
    writeFileSync(file, (await client.send(INSTANCE, { accept: 'application/dicom' })).body);
    assert.ok(findTool('dcmdump'));
    const dump = execFileSync('dcmdump', ['-q', '+P', 'TransferSyntaxUID', '+P', 'PatientID', file]).toString();
    assert.match(dump, /LittleEndianExplicit/);
    assert.match(dump, /\[ID2\]/);
  }),
);
