import { hash } from '../../random.ts';

/** Ids from which the number of the generated execution can be computed. */
export interface GeneratedIds {
  /** Id `ordinal` of execution `index`: 0 is the execution's own id, the others are its tasks'. */
  idOf(index: number, ordinal: number): string;
  /** The number of the execution with this id; undefined where there is none. */
  indexOf(id: string): number | undefined;
}

/** Odd, so that a multiplication modulo 2^32 can be undone. */
const factor = 0x9e3779b1;

/** @param count how many executions there are */
export function createGeneratedIds(seed: string, count: number): GeneratedIds {
  const mask = hash(seed);
  const back = inverseOf(factor);
  const idOf = (index: number, ordinal: number) => {
    const first = (Math.imul(index, factor) ^ mask) >>> 0;
    const second = hash(`${seed} ${index} ${ordinal}`);
    const third = hash(`${ordinal} ${index} ${seed}`);
    const [a, b, c] = [first, second, third].map((part) => part.toString(16).padStart(8, '0'));
    const place = ordinal.toString(16).padStart(4, '0');
    return `${a}-${place}-4${b?.slice(0, 3)}-8${b?.slice(3, 6)}-${b?.slice(6)}${c}00`;
  };
  return {
    idOf,
    indexOf(id) {
      const match = /^([0-9a-f]{8})-([0-9a-f]{4})-4/.exec(id);
      if (!match) return undefined;
      const first = Number.parseInt(match[1] ?? '', 16);
      const index = Math.imul((first ^ mask) | 0, back) >>> 0;
      const ordinal = Number.parseInt(match[2] ?? '', 16);
      return index < count && idOf(index, ordinal) === id ? index : undefined;
    },
  };
}

/** Newton's iteration: each round doubles the number of correct bits. */
function inverseOf(odd: number): number {
  let result = odd;
  for (let round = 0; round < 5; round++) {
    result = Math.imul(result, 2 - Math.imul(odd, result));
  }
  return result;
}
