import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** The megabytes of memory that are really in use. */
export function usedHeapMb(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1_000_000;
}
