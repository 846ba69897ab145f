import { on } from '../changes/answers.ts';
import { redirecting } from '../changes/redirect.ts';
import { Refusal } from '../message.ts';
import type { OddServer } from './odd-server.ts';

/** Bulk data is often kept in an object store, whose URLs need no credentials and bear none (RFC 9110 §11.6.2). */
export const bulkDataOnAnotherHost: OddServer = {
  id: 'bulk-data-on-another-host',
  title: 'redirects bulk data and frames with 307 to another host, which refuses the credentials of the first one',
  behaviour: () => {
    const redirect = redirecting(on(['bulkdata', 'frames']), 307, (path, { base }) => {
      const url = new URL(path, base);
      url.hostname = 'localhost';
      return url.href;
    });
    return {
      async handle(request, archive, next) {
        const isElsewhere = request.headers.host?.startsWith('localhost');
        if (isElsewhere && request.headers.authorization) throw new Refusal(400, 'credentials of another server');
        return redirect.handle ? redirect.handle(request, archive, next) : next(request, archive);
      },
    };
  },
};
