import type { ConnectionSettings } from '../../connection/settings.ts';
import type { HttpOptions } from '../options/run-options.ts';
import type { Carrier } from './carrier.ts';
import { Connection } from './connection.ts';
import { Http2Connection } from './http2-connection.ts';
import type { RequestUrl } from './url.ts';

/** The connections of one virtual user: idle ones are kept by origin, as many as `batchPerHost`. */
export class ConnectionPool {
  private readonly options: HttpOptions;
  private readonly settings: ConnectionSettings;
  private readonly idle = new Map<string, Carrier[]>();

  constructor(options: HttpOptions, settings: ConnectionSettings) {
    this.options = options;
    this.settings = settings;
  }

  /** A connection for one exchange; new ones are still being dialled. */
  acquire(url: RequestUrl): Carrier {
    const idle = this.idle.get(originKey(url));
    for (let found = idle?.pop(); found !== undefined; found = idle?.pop()) {
      if (found.usable) return found;
    }
    return this.dial(url);
  }

  /** A connection that has carried nothing yet. */
  dial(url: RequestUrl): Carrier {
    const override = this.options.hosts[`${url.hostname}:${url.port}`] ?? this.options.hosts[url.hostname];
    const parts = override === undefined ? null : /^\[?(.*?)\]?(?::(\d+))?$/.exec(override);
    const origin = {
      secure: url.secure,
      host: url.hostname,
      port: Number(parts?.[2] ?? url.port),
      address: parts?.[1],
    };
    const onIdleClose = (carrier: Carrier): void => this.forget(originKey(url), carrier);
    return this.settings.version === '2'
      ? new Http2Connection(origin, this.settings, onIdleClose)
      : new Connection(origin, this.settings, onIdleClose);
  }

  /** Takes a connection back after its exchange. */
  release(url: RequestUrl, connection: Carrier): void {
    if (!connection.usable) return;
    const key = originKey(url);
    const idle = this.idle.get(key) ?? [];
    if (this.options.noConnectionReuse || idle.length >= this.options.batchPerHost) {
      connection.destroy();
      return;
    }
    idle.push(connection);
    this.idle.set(key, idle);
  }

  /** Ends every idle connection. */
  clear(): void {
    for (const idle of this.idle.values()) for (const connection of idle) connection.destroy();
    this.idle.clear();
  }

  private forget(key: string, connection: Carrier): void {
    const idle = this.idle.get(key);
    const at = idle?.indexOf(connection) ?? -1;
    if (at >= 0) idle?.splice(at, 1);
  }
}

function originKey(url: RequestUrl): string {
  return url.secure ? `s${url.host}` : url.host;
}
