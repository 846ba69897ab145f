import { once } from 'node:events';
import { Command, InvalidArgumentError } from 'commander';
import { nearest } from '../errors/did-you-mean.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { FAULTS } from '../reference-server/faults/index.ts';
import { ODD_SERVERS } from '../reference-server/odd/index.ts';
import { startReferenceServer, UnknownBehaviourError } from '../reference-server/server.ts';

const EXAMPLES = `
The first line on standard output is the base URL. The server keeps everything in memory, listens on 127.0.0.1 only,
and ends on Ctrl-C.

Examples:
  $ dicomweb-harness reference-server --port 8080
  $ dicomweb-harness reference-server --fault fake-store --fault metadata-value-changed
  $ dicomweb-harness reference-server --odd empty-search-204
  $ dicomweb-harness reference-server --list-faults`;

interface Options {
  readonly port: number;
  readonly fault: readonly string[];
  readonly odd?: string;
  readonly listFaults?: true;
  readonly listOdd?: true;
}

function port(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new InvalidArgumentError('a port is a whole number from 0 (any free port) to 65535.');
}

function gather(id: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, id];
}

/** `reference-server`: a DICOMweb server on this machine, perfect or with named faults. */
export function referenceServerCommand(): Command {
  return new Command('reference-server')
    .description('start the embedded DICOMweb server and print its base URL')
    .option('--port <number>', 'port on 127.0.0.1; 0 takes a free one', port, 0)
    .option('--fault <id>', 'switch a fault on; may be repeated', gather, [])
    .option('--odd <id>', 'be a legal but unusual server')
    .option('--list-faults', 'print every fault, one a line, and end')
    .option('--list-odd', 'print every legal but unusual server, one a line, and end')
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options) => {
      if (options.listFaults || options.listOdd) {
        const listed = options.listFaults ? FAULTS : ODD_SERVERS;
        process.stdout.write(listed.map(({ id, title }) => `${id.padEnd(44)} ${title}\n`).join(''));
        return;
      }
      const server = await start(options);
      // Whoever reads the line may end the server at once.
      const told = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      process.stdout.write(`${server.baseUrl}\n`);
      await told;
      await server.close();
    });
}

async function start({ port, fault: faults, odd }: Options) {
  try {
    return await startReferenceServer({ port, faults, ...(odd === undefined ? {} : { odd }) });
  } catch (error) {
    throw explain(error, port);
  }
}

function explain(error: unknown, port: number): unknown {
  if (error instanceof UnknownBehaviourError) {
    const suggestion = nearest(error.id, error.known);
    const hint = suggestion ? `did you mean ${suggestion}?` : 'see --list-faults and --list-odd';
    return new CommandError(error.message, EXIT_CODES.usage, hint);
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new CommandError(`port ${port} is in use`, EXIT_CODES.usage, 'choose another, or --port 0 for a free one');
  if (code === 'EACCES')
    return new CommandError(`port ${port} may not be used by this account`, EXIT_CODES.usage, 'choose one above 1023');
  return error;
}
