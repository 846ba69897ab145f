import { Archive } from '../../lib/reference-server/archive.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { handle } from '../../lib/reference-server/handle.ts';
import type { Reply, Request } from '../../lib/reference-server/message.ts';
import { writeReply } from '../../lib/reference-server/write-reply.ts';

/** Fields that the plain server adds to every answer after it is written. */
const ALWAYS = /^(cache-control|vary|access-control-.*|cross-origin-resource-policy)$/i;

function comparable({ status, headers, body }: Reply, all: boolean): string {
  const fields = headers.filter(([name]) => all || !ALWAYS.test(name)).map(([name, value]) => `${name}: ${value}`);
  const text = Buffer.concat(body).toString('latin1');
  return [status, ...fields.sort(), text].join('\n').replaceAll(/part-[0-9a-f]{32}/g, 'boundary');
}

/** Counts the answers of a run that differ from those of a server without defects that was asked the same. */
export class Effects {
  readonly #archive = new Archive();
  readonly #expected = new WeakMap<Request, Reply>();
  readonly #sent = new WeakSet<Request>();
  readonly #plain = new WeakMap<Request, Reply>();
  readonly log: string[] = [];
  answers = 0;
  different = 0;

  /** The server with the behaviours between what watches it. */
  around(behaviours: readonly Behaviour[]): readonly Behaviour[] {
    const outermost: Behaviour = {
      handle: async (request, archive, next) => {
        this.#expected.set(request, writeReply(await handle(request, this.#archive)));
        return next(request, archive);
      },
      reply: (reply, request) => {
        this.#compare(reply, request);
        return reply;
      },
      send: async (reply, response, request, next) => {
        await next(reply, response);
        if (!this.#sent.has(request)) this.different += 1;
      },
    };
    const innermost: Behaviour = {
      reply: (reply, request) => {
        this.#plain.set(request, reply);
        return reply;
      },
      send: async (reply, response, request, next) => {
        this.#sent.add(request);
        await next(reply, response);
      },
    };
    return [outermost, ...behaviours, innermost];
  }

  #compare(reply: Reply, request: Request): void {
    this.answers += 1;
    const [expected, plain] = [this.#expected.get(request), this.#plain.get(request)];
    const isDifferent =
      (expected !== undefined && comparable(expected, false) !== comparable(reply, false)) ||
      (plain !== undefined && comparable(plain, true) !== comparable(reply, true));
    if (isDifferent) this.different += 1;
    this.log.push(
      `${isDifferent ? '≠' : ' '} ${request.method} ${request.path}?${request.rawQuery} [${request.headers.accept ?? ''}] ${reply.status}`,
    );
  }
}
