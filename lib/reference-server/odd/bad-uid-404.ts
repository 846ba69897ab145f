import type { OddServer } from './odd-server.ts';

function namesNoUid(path: string): boolean {
  return /\/(studies|series|instances)\/[^/?]*[^\d./?]/.test(path);
}

/** 400 or 404: both are client errors of the table (PS3.18 Table 10.4.3-1). */
export const badUid404: OddServer = {
  id: 'bad-uid-404',
  title: 'answers 404 to a path segment that is no UID',
  behaviour: () => ({
    reply: (reply, { path }) => (reply.status === 400 && namesNoUid(path) ? { ...reply, status: 404 } : reply),
  }),
};
