import type { JsonObject } from '../../../domain/json.ts';
import type { DefinedTask } from '../wire/definedTask.ts';

// Definitions and documentation say isAsyncComplete; real answers say asyncComplete.
const spellings = ['isAsyncComplete', 'asyncComplete'];

/**
 * True where the task waits until someone completes it. The executed input overrides the
 * definition.
 */
export function isAsyncComplete(input: JsonObject, definition: DefinedTask | undefined): boolean {
  for (const holder of [input, definition?.parameters ?? {}]) {
    for (const spelling of spellings) {
      const flag = holder[spelling];
      if (typeof flag === 'boolean') return flag;
    }
  }
  return false;
}
