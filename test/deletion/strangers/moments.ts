import type { Archive } from '../../../lib/reference-server/archive.ts';
import type { Behaviour, Handler } from '../../../lib/reference-server/behaviour.ts';
import type { Answer, Operation, Request, Route } from '../../../lib/reference-server/message.ts';

export type Which = (request: Request) => boolean;

/** Requests of an operation, on what these names lead to. */
export function is(operation: Operation | readonly Operation[], named: Partial<Route> = {}): Which {
  const operations = [operation].flat();
  return ({ route }) =>
    operations.includes(route.operation) &&
    Object.entries(named).every(([name, value]) => route[name as keyof Route] === value);
}

export const both =
  (one: Which, other: Which): Which =>
  (request) =>
    one(request) && other(request);
export const not =
  (which: Which): Which =>
  (request) =>
    !which(request);

type Act = (request: Request, archive: Archive) => void;

/** Something happens once, when the nth of these requests has come and before it is answered. */
export function before(which: Which, act: Act, nth: number | 'each' = 1): Behaviour {
  let seen = 0;
  return {
    handle(request, archive, next) {
      if (which(request) && (++seen === nth || nth === 'each')) act(request, archive);
      return next(request, archive);
    },
  };
}

/** Something happens once, when the nth of these requests was handled and before the answer is sent. */
export function after(which: Which, act: Act, nth: number | 'each' = 1): Behaviour {
  let seen = 0;
  return {
    async handle(request, archive, next) {
      const answer = await next(request, archive).catch((error: unknown) => ({ error }));
      if (which(request) && (++seen === nth || nth === 'each')) act(request, archive);
      if ('error' in answer) throw answer.error;
      return answer;
    },
  };
}

/** These requests are answered in another way. */
export function answering(
  which: Which,
  how: (request: Request, archive: Archive, next: Handler) => Answer | Promise<Answer>,
): Behaviour {
  return {
    handle: async (request, archive, next) => (which(request) ? how(request, archive, next) : next(request, archive)),
  };
}

/** The first of these requests is handled, and the connection ends without an answer. */
export function actingWithoutAnswer(which: Which, times = 1): Behaviour {
  let left = times;
  return {
    async send(reply, response, request, next) {
      if (which(request) && left-- > 0) {
        response.destroy();
        return;
      }
      await next(reply, response);
    },
  };
}

export const nothing = { kind: 'none' } as const;
/** An answer without a body. */
export const bare = (status: number, headers: Answer['headers'] = []): Answer => ({
  status,
  headers,
  content: nothing,
});

/** A server that behaves so from some moment on. */
export function once(isOn: () => boolean, { handle, reply, send }: Behaviour): Behaviour {
  return {
    handle: (request, archive, next) => (handle && isOn() ? handle(request, archive, next) : next(request, archive)),
    reply: (answer, request) => (reply && isOn() ? reply(answer, request) : answer),
    send: (answer, response, request, next) =>
      send && isOn() ? send(answer, response, request, next) : next(answer, response),
  };
}
