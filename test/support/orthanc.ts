import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findTool } from './tools.ts';

const PLUGIN = '/usr/share/orthanc/plugins/libOrthancDicomWeb.so';

export interface RunningOrthanc {
  /** Base URL of its DICOMweb service. */
  readonly baseUrl: string;
  /** Base URL of its own REST API. */
  readonly restUrl: string;
  stop(): Promise<void>;
}

/** Reason to skip, or false when Orthanc and its plug-in are there. In CI they have to be. */
export function skipWithoutOrthanc(): string | false {
  if (findTool('Orthanc') && existsSync(PLUGIN)) return false;
  const reason = 'needs Orthanc with its DICOMweb plug-in, which is not installed';
  if (process.env.CI === 'true') throw new Error(reason);
  return reason;
}

/** Starts an Orthanc of our own on a free port, on an empty store, answering this machine only. */
export async function startOrthanc(settings: Readonly<Record<string, unknown>> = {}): Promise<RunningOrthanc> {
  const folder = mkdtempSync(join(tmpdir(), 'orthanc-'));
  const port = await freePort();
  const configuration = {
    Name: 'harness',
    StorageDirectory: join(folder, 'db'),
    IndexDirectory: join(folder, 'db'),
    HttpPort: port,
    RemoteAccessAllowed: false,
    AuthenticationEnabled: false,
    DicomServerEnabled: false,
    OverwriteInstances: false,
    HttpCompressionEnabled: false,
    HttpDescribeErrors: true,
    Plugins: [PLUGIN],
    DicomWeb: { Enable: true, Root: '/dicom-web/', EnableWado: true, WadoRoot: '/wado', Ssl: false },
    ...settings,
  };
  const file = join(folder, 'orthanc.json');
  writeFileSync(file, JSON.stringify(configuration));
  const child = spawn(findTool('Orthanc') ?? 'Orthanc', [file], { stdio: 'ignore' });
  const restUrl = `http://127.0.0.1:${port}`;
  try {
    await untilReady(`${restUrl}/plugins/dicom-web`, child);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    baseUrl: `${restUrl}/dicom-web`,
    restUrl,
    async stop() {
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (child.exitCode !== null) throw new Error(`Orthanc ended with code ${child.exitCode}`);
    const answer = await fetch(url).catch(() => null);
    // With authentication switched on, being asked for credentials is as ready as it gets.
    if (answer && (answer.ok || answer.status === 401)) return;
    await sleep(100);
  }
  throw new Error('Orthanc did not get ready within 10 s');
}

/** Its orderly end takes seconds, and its store is thrown away anyway. */
function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
