import { type Command, InvalidArgumentError } from 'commander';

/** The flags of `reference-server`, as commander gives them. */
export interface ServerFlags {
  readonly host: string;
  readonly port: number;
  readonly data?: string;
  readonly store?: string;
  readonly tls?: true;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly tokenEnv?: string;
  readonly tokenFile?: string;
  readonly cors: string;
  readonly admin?: true;
  readonly fault: readonly string[];
  readonly odd?: string;
  readonly json?: true;
  readonly listFaults?: true;
  readonly listOdd?: true;
}

function port(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new InvalidArgumentError('a port is a whole number from 0 (any free port) to 65535.');
}

function origin(text: string): string {
  if (text === '*' || (/^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text)) return text;
  throw new InvalidArgumentError('an origin is a scheme, a host and a port, such as https://viewer.example, or *.');
}

function gather(id: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, id];
}

export function withServerFlags(command: Command): Command {
  return command
    .option('--host <address>', 'address or name to listen on; 0.0.0.0 is every interface', '127.0.0.1')
    .option('--port <number>', 'port; 0 takes a free one', port, 0)
    .option(
      '--data <folder>',
      'hold the DICOM files of this folder at the start; they stay as they are. `tutorial` holds the study of the tutorial and a CT series; names such as compressed, grey, names or values hold that data set',
    )
    .option('--store <folder>', 'keep what is stored in this folder, for the next start; a DELETE removes the file')
    .option('--tls', 'serve HTTPS; without --tls-cert, by a certificate that signs itself')
    .option('--tls-cert <file>', 'serve HTTPS with this certificate or chain (PEM)')
    .option('--tls-key <file>', 'its private key (PEM)')
    .option('--token-env <name>', 'want the bearer token that this environment variable holds')
    .option('--token-file <file>', 'want the bearer token that this file holds')
    .option(
      '--cors <origin>',
      'let scripts of this origin use the server, with cookies; * is every origin',
      origin,
      '*',
    )
    .option('--admin', 'let faults and latency be changed at /_admin while the server runs')
    .option('--fault <id>', 'switch a fault on; may be repeated', gather, [])
    .option('--odd <id>', 'be a legal but unusual server')
    .option('--json', 'print JSON lines')
    .option('--list-faults', 'print every fault, one a line, and end')
    .option('--list-odd', 'print every legal but unusual server, one a line, and end');
}
