import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { destroySockets } from '../../lib/connection/destroy-sockets.ts';
import { dial } from '../../lib/connection/dial.ts';
import { destinationOf } from '../../lib/connection/route.ts';
import { USUAL_CONNECTION } from '../../lib/connection/settings.ts';
import { folderFor } from '../http/support.ts';
import { skipWithout } from '../support/tools.ts';

// In the order in which they were opened, this ends Node 20 with a segmentation fault.
test('TLS goes before the connection that it stands on', { skip: skipWithout('openssl') }, async (t) => {
  const folder = folderFor(t);
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const curve = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=x'];
  execFileSync('openssl', ['req', ...curve, '-days', '2', '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const destination = destinationOf(new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}`));
  const settings = { ...USUAL_CONNECTION, tls: { ...USUAL_CONNECTION.tls, verify: false } };
  for (let count = 0; count < 20; count++) {
    const opened: Socket[] = [];
    const socket = await dial(destination, { settings, protocols: [], onSocket: (each) => opened.push(each) });
    const closed = new Promise((resolve) => socket.once('close', resolve));
    destroySockets(opened);
    await closed;
    assert.deepEqual(
      opened.map(({ destroyed }) => destroyed),
      [true, true],
    );
  }
});
