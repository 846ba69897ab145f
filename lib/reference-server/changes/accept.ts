import type { Behaviour } from '../behaviour.ts';
import { changeRequest } from './answers.ts';

/** Reads another Accept field than was sent; where none was sent, none is read. */
export function changeAccept(change: (accept: string) => string): Behaviour {
  return changeRequest(
    ({ headers }) => headers.accept !== undefined,
    (request) => ({ ...request, headers: { ...request.headers, accept: change(request.headers.accept ?? '') } }),
  );
}
