import { hash } from '../../random.ts';

/** Ids that tell which generated execution they belong to. */
export interface GeneratedIds {
  /** The id number `ordinal` that execution number `index` uses: 0 is its own, then its tasks'. */
  idOf(index: number, ordinal: number): string;
  /** The number of the execution that uses this id; undefined where none does. */
  indexOf(id: string): number | undefined;
}

/** Odd, so that multiplying by it can be taken back modulo 2^32. */
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

/** Newton's iteration: every round doubles the right bits. */
function inverseOf(odd: number): number {
  let result = odd;
  for (let round = 0; round < 5; round++) {
    result = Math.imul(result, 2 - Math.imul(odd, result));
  }
  return result;
}
