// @ts-check
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.js';
import { writeTypes } from './types.js';

/** `npm run build`: the program, the library and its declarations in `dist`, as the package carries them. */
const checkout = join(import.meta.dirname, '..');
const dist = join(checkout, 'dist');
rmSync(dist, { recursive: true, force: true });
await bundle(checkout, dist);
writeTypes(checkout, join(dist, 'types'));
