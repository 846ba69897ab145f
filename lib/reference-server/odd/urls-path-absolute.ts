import type { OddServer } from './odd-server.ts';
import { respellingUrls } from './respelling-urls.ts';

/** VR UR allows relative references (PS3.5 Table 6.2-1). */
export const urlsPathAbsolute: OddServer = {
  id: 'urls-path-absolute',
  title: 'hands out RetrieveURL and BulkDataURI without scheme and host',
  behaviour: () => respellingUrls((url) => url.replace(/^http:\/\/[^/]+/, '')),
};
