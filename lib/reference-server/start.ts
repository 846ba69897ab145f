export { type ReferenceServerOptions, type RunningServer, startReferenceServer } from './server.ts';
