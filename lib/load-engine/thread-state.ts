import { type ConnectionSettings, USUAL_CONNECTION } from '../connection/settings.ts';
import type { LogEntry } from './api.ts';
import type { ThreadAuthorization } from './http/authorization.ts';
import { type BodyLimits, BodyRoom, USUAL_BODIES } from './http/body-room.ts';
import { RateLimiter } from './http/rate-limiter.ts';
import { CheckTally } from './metrics/checks.ts';
import { type Metric, MetricRegistry } from './metrics/registry.ts';
import type { RunOptions } from './options/run-options.ts';
import type { Share } from './options/segment.ts';

/** Why a run is ended before its time. */
export interface AbortRequest {
  readonly exitCode: 107 | 108;
  readonly reason: string;
}

/** What requests of a thread are sent and answered with. */
interface ThreadMeans {
  readonly connection?: ConnectionSettings;
  readonly authorization?: ThreadAuthorization | null;
  readonly bodies?: BodyLimits;
}

/** What the virtual users of one thread share. */
export class ThreadState {
  readonly options: RunOptions;
  /** What scripts see as `exec.test.options`. */
  readonly visibleOptions: Readonly<Record<string, unknown>>;
  readonly share: Share;
  readonly registry = new MetricRegistry();
  readonly checks = new CheckTally();
  readonly http: HttpMetrics;
  readonly iterations: Metric;
  readonly iterationDuration: Metric;
  readonly droppedIterations: Metric;
  readonly checksRate: Metric;
  readonly groupDuration: Metric;
  readonly dataSent: Metric;
  readonly dataReceived: Metric;
  readonly rateLimiter: RateLimiter;
  readonly connection: ConnectionSettings;
  readonly bodies: BodyRoom;
  /** Null where credentials are not renewed. */
  readonly authorization: ThreadAuthorization | null;
  readonly log: (entry: LogEntry) => void;
  readonly abort: (request: AbortRequest) => void;
  /** `exec.test.fail()` was called: the run goes on and ends with exit code 110. */
  failed = false;
  /** Start of the test, of `performance.now()`. */
  startedAt = performance.now();
  iterationsCompleted = 0;
  iterationsInterrupted = 0;
  virtualUsersActive = 0;
  virtualUsersInitialized = 0;
  private readonly logged = new Set<string>();

  constructor(
    options: RunOptions,
    visibleOptions: Readonly<Record<string, unknown>>,
    share: Share,
    threads: number,
    log: (entry: LogEntry) => void,
    abort: (request: AbortRequest) => void,
    { connection = USUAL_CONNECTION, authorization = null, bodies = USUAL_BODIES }: ThreadMeans = {},
  ) {
    this.options = options;
    this.visibleOptions = visibleOptions;
    this.share = share;
    this.log = log;
    this.abort = abort;
    const { tls } = connection;
    const verify = tls.verify && !options.http.insecureSkipTLSVerify;
    // One object for all virtual users: the certificates are read once for each.
    this.connection = verify === tls.verify ? connection : { ...connection, tls: { ...tls, verify } };
    this.authorization = authorization;
    this.bodies = new BodyRoom(bodies);
    this.rateLimiter = new RateLimiter(options.http.rps / threads);
    const { registry } = this;
    this.http = new HttpMetrics(registry);
    this.iterations = registry.get('iterations');
    this.iterationDuration = registry.get('iteration_duration');
    this.droppedIterations = registry.get('dropped_iterations');
    this.checksRate = registry.get('checks');
    this.groupDuration = registry.get('group_duration');
    this.dataSent = registry.get('data_sent');
    this.dataReceived = registry.get('data_received');
  }

  /** Logs a warning the first time it comes: a failing target must not drown the log. */
  warnOnce(message: string): void {
    this.logOnce('warning', message);
  }

  /** Logs an error of the script the first time it comes. */
  errorOnce(message: string): void {
    this.logOnce('error', message);
  }

  private logOnce(level: LogEntry['level'], message: string): void {
    if (this.logged.has(message) || this.logged.size >= LOG_ONCE_LIMIT) return;
    this.logged.add(message);
    this.log({ level, message });
  }
}

const LOG_ONCE_LIMIT = 100;

/** The metrics that each request feeds. */
class HttpMetrics {
  readonly requests: Metric;
  readonly failed: Metric;
  readonly duration: Metric;
  readonly blocked: Metric;
  readonly connecting: Metric;
  readonly handshaking: Metric;
  readonly sending: Metric;
  readonly waiting: Metric;
  readonly receiving: Metric;

  constructor(registry: MetricRegistry) {
    this.requests = registry.get('http_reqs');
    this.failed = registry.get('http_req_failed');
    this.duration = registry.get('http_req_duration');
    this.blocked = registry.get('http_req_blocked');
    this.connecting = registry.get('http_req_connecting');
    this.handshaking = registry.get('http_req_tls_handshaking');
    this.sending = registry.get('http_req_sending');
    this.waiting = registry.get('http_req_waiting');
    this.receiving = registry.get('http_req_receiving');
  }
}
