import type { OddServer } from './odd-server.ts';

export type { OddServer } from './odd-server.ts';

/** Every legal but unusual server. */
export const ODD_SERVERS: readonly OddServer[] = [];
