import { Archive } from '../../../lib/reference-server/archive.ts';
import type { Behaviour } from '../../../lib/reference-server/behaviour.ts';
import type { Instance } from '../../../lib/reference-server/instance.ts';
import type { Request } from '../../../lib/reference-server/message.ts';
import { around, type When } from './make.ts';

/** Answers from instances as the server misreads them; null hides one. What the archive keeps stays as it is. */
export function seeing(when: When, change: (instance: Instance, request: Request) => Instance | null): Behaviour {
  return around(when, (request, archive, next) => {
    const seen = new Archive();
    for (const one of archive.select()) {
      const changed = change(one, request);
      if (changed) seen.add(changed);
    }
    return next(request, seen);
  });
}
