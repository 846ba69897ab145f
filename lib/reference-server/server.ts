import { administration } from './admin/admin.ts';
import { archiveFrom, type SkippedFile } from './kept/archive-from.ts';
import { type ListenOptions, type RunningServer, startServer } from './listen.ts';
import { Switches } from './switches.ts';

export type { RequiredCredentials } from './access.ts';
export { NoInstanceError, type SkippedFile } from './kept/archive-from.ts';
export type { RunningServer, ServerCertificate } from './listen.ts';
export { UnknownBehaviourError } from './unknown-behaviour.ts';

export interface ReferenceServerOptions extends ListenOptions {
  /** Ids of faults to switch on, from the outermost inwards. */
  readonly faults?: readonly string[];
  /** Id of a legal but unusual server to be. */
  readonly odd?: string;
  /** Folder with DICOM files that the server holds when it starts; the files stay as they are. */
  readonly data?: string;
  /** DICOM files that it holds as well when it starts. */
  readonly files?: readonly Uint8Array[];
  /** Folder that keeps what is stored for the next server that is started with it. One server at a time. */
  readonly store?: string;
  /** Is told of each file of these folders that the server cannot take. */
  readonly onSkipped?: (file: SkippedFile) => void;
  /** Serves `/_admin`, by which faults and latency are changed while the server runs. It asks for the same credentials. */
  readonly admin?: boolean;
}

/**
 * Starts the reference server: strict and in memory, on the loopback interface unless a host is given. Faults and
 * liberties belong to this one server; another that is started beside it has its own.
 * @throws UnknownBehaviourError for an id that is none; NoInstanceError for `data` without any; the system's own error when it cannot listen or a folder cannot
 * be read or made.
 */
export function startReferenceServer(options: ReferenceServerOptions = {}): Promise<RunningServer> {
  const { faults = [], odd, data, files, store, onSkipped = () => {}, admin = false, ...listen } = options;
  const switches = new Switches(faults, odd);
  const archive = archiveFrom({ data, files, store }, onSkipped);
  return startServer({
    ...listen,
    archive,
    behaviours: [switches.behaviour()],
    ...(admin ? { admin: administration(archive, archive.copy(), switches) } : {}),
  });
}
