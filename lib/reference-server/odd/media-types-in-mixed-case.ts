import { changeContentType } from '../changes/answers.ts';
import type { OddServer } from './odd-server.ts';

/** Type, subtype and parameter names compare without case (RFC 9110 §8.3.1, PS3.18 §8.7). */
export const mediaTypesInMixedCase: OddServer = {
  id: 'media-types-in-mixed-case',
  title: 'writes media types and parameter names in mixed case',
  behaviour: () =>
    changeContentType(
      () => true,
      (contentType) =>
        contentType
          .replace('multipart/related; type=', 'Multipart/Related; Type=')
          .replace('boundary=', 'Boundary=')
          .replace(/^application\/dicom/, 'Application/DICOM'),
    ),
};
