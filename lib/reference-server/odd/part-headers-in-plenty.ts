import { changeParts } from '../changes/answers.ts';
import type { OddServer } from './odd-server.ts';

/** Other header fields may be included in parts (PS3.18 §8.6.1.2), in any order (RFC 2045 §2). */
export const partHeadersInPlenty: OddServer = {
  id: 'part-headers-in-plenty',
  title: 'adds header fields to parts, before and behind the known ones',
  behaviour: () =>
    changeParts(
      () => true,
      (parts) =>
        parts.map(({ headers, body }, index) => ({
          headers: [
            ['MIME-Version', '1.0'],
            ['Content-ID', `<${index + 1}@reference.invalid>`],
            ...[...headers].reverse(),
            ['Content-Disposition', `attachment; filename="${index + 1}.dcm"`],
            ['X-Part', '--not-a-boundary'],
          ],
          body,
        })),
    ),
};
