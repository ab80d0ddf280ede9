import type { JsonObject } from '../../domain/json.ts';
import type { DefinedTask } from './definedTask.ts';

// The definition and the documentation say isAsyncComplete, real answers have asyncComplete.
const spellings = ['isAsyncComplete', 'asyncComplete'];

/** Does the task wait for somebody to complete it? What was executed outweighs its definition. */
export function isAsyncComplete(input: JsonObject, definition: DefinedTask | undefined): boolean {
  for (const holder of [input, definition?.parameters ?? {}]) {
    for (const spelling of spellings) {
      const flag = holder[spelling];
      if (typeof flag === 'boolean') return flag;
    }
  }
  return false;
}
