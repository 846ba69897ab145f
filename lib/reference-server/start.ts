export { startReferenceServer } from './server.ts';
