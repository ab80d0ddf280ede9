import type { LoadOnDemand } from '../onDemand.ts';
import type { FillCommands } from './createFillCommands.ts';
import type { FillContext } from './fillContext.ts';

/** The commands of `createFillCommands`, loaded when the first of them is used. */
export function fillCommandsOnDemand(load: LoadOnDemand, context: FillContext): FillCommands {
  const commands = async () => (await load()).createFillCommands(context);
  return {
    selection: async (given) => (await commands()).selection(given),
    clipboard: async (given) => (await commands()).clipboard(given),
    file: async (given) => (await commands()).file(given),
    useFile: async (given) => (await commands()).useFile(given),
    earlier: async (given) => (await commands()).earlier(given),
    engine: async (given) => (await commands()).engine(given),
    useRecipe: async (given) => (await commands()).useRecipe(given),
    saveRecipe: async (given) => (await commands()).saveRecipe(given),
    editRecipes: async () => (await commands()).editRecipes(),
  };
}
