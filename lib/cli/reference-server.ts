import { once } from 'node:events';
import { Command } from 'commander';
import { FAULTS } from '../reference-server/faults/index.ts';
import { ODD_SERVERS } from '../reference-server/odd/index.ts';
import { type ServerFlags, withServerFlags } from './reference-server/options.ts';
import { serve } from './reference-server/serve.ts';

const EXAMPLES = `
The first line on standard output is the base URL. The server keeps everything in memory, and in the folder of --store
beside that. It listens on 127.0.0.1 unless --host says otherwise, and ends on Ctrl-C.

Examples:
  $ dicomweb-harness reference-server --port 8080
  $ dicomweb-harness reference-server --port 8080 --data tutorial
  $ dicomweb-harness reference-server --data ./studies --store ./kept
  $ dicomweb-harness reference-server --tls --token-env VIEWER_TOKEN
  $ dicomweb-harness reference-server --port 8080 --cors http://localhost:3000 --admin
  $ dicomweb-harness reference-server --fault fake-store --fault metadata-value-changed
  $ dicomweb-harness reference-server --odd empty-search-204
  $ dicomweb-harness reference-server --list-faults`;

/** `reference-server`: a DICOMweb server on this machine, perfect or with named faults. */
export function referenceServerCommand(): Command {
  const command = new Command('reference-server').description(
    'start the embedded DICOMweb server and print its base URL',
  );
  return withServerFlags(command)
    .addHelpText('after', EXAMPLES)
    .action(async (flags: ServerFlags) => {
      if (flags.listFaults || flags.listOdd) return list(flags);
      const server = await serve(flags);
      // Whoever reads the line may end the server at once.
      const told = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      process.stdout.write(`${flags.json ? JSON.stringify(server.said) : server.said.url}\n`);
      await told;
      await server.close();
    });
}

function list({ listFaults, json }: ServerFlags): void {
  const listed = listFaults ? FAULTS : ODD_SERVERS;
  const line = (id: string, title: string) => (json ? JSON.stringify({ id, title }) : `${id.padEnd(44)} ${title}`);
  process.stdout.write(listed.map(({ id, title }) => `${line(id, title)}\n`).join(''));
}
