import type { LoadOnDemand } from '../onDemand.ts';
import type { ConnectionCommands, ConnectionCommandsDeps } from './connectionCommands.ts';

/** The commands of `createConnectionCommands`, loaded when the first of them is used. */
export function connectionCommandsOnDemand(
  load: LoadOnDemand,
  deps: ConnectionCommandsDeps,
): ConnectionCommands {
  const commands = async () => (await load()).createConnectionCommands(deps);
  return {
    add: async () => (await commands()).add(),
    import: async () => (await commands()).import(),
    edit: async (given) => (await commands()).edit(given),
    remove: async (given) => (await commands()).remove(given),
    signIn: async (given) => (await commands()).signIn(given),
    test: async (given) => (await commands()).test(given),
  };
}
