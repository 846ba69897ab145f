import { ODD_DELETE } from './delete.ts';
import { ODD_HTTP } from './http.ts';
import { ODD_JSON } from './json.ts';
import { ODD_MEDIA_TYPES } from './media-types.ts';
import { ODD_MULTIPART } from './multipart.ts';
import type { OddServer } from './odd-server.ts';
import { ODD_RETRIEVE } from './retrieve.ts';
import { ODD_SEARCH } from './search.ts';
import { ODD_STORE } from './store.ts';
import { ODD_VISIBILITY } from './visibility.ts';

export type { OddServer } from './odd-server.ts';

/** Every legal but unusual server. */
export const ODD_SERVERS: readonly OddServer[] = [
  ...ODD_HTTP,
  ...ODD_MULTIPART,
  ...ODD_MEDIA_TYPES,
  ...ODD_JSON,
  ...ODD_STORE,
  ...ODD_VISIBILITY,
  ...ODD_RETRIEVE,
  ...ODD_SEARCH,
  ...ODD_DELETE,
];
