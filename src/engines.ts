/** The third bundle: what speaks to the servers. The rows of the engine table load it. */
export { createNodeTransport } from './http/nodeTransport.ts';
export { connectCognite } from './engines/cognite/connectCognite.ts';
export { createConductorEngine } from './engines/conductor/conductorEngine.ts';
export { createXpanderEngine } from './engines/xpander/xpanderEngine.ts';
