/** The third bundle: the engines and the HTTP transport. Engine definitions load it on demand. */
export { createNodeTransport } from './http/nodeTransport.ts';
export { connectCognite } from './engines/cognite/connectCognite.ts';
export { createConductorEngine } from './engines/conductor/conductorEngine.ts';
export { createXpanderEngine } from './engines/xpander/xpanderEngine.ts';
