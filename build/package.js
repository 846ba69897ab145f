// @ts-check
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.js';

/** `npm run build`: the program in `dist`, as the package carries it. */
const checkout = join(import.meta.dirname, '..');
const dist = join(checkout, 'dist');
rmSync(dist, { recursive: true, force: true });
await bundle(checkout, dist);
