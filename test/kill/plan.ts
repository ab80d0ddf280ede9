import type { Moment } from './killGate.ts';

/** When the extension host is killed: some time after the order, or after the nth of such moments. */
export type Trigger =
  | { readonly kind: 'time'; readonly ms: number }
  | {
      readonly kind: 'moment';
      readonly moment: Moment;
      readonly nth: number;
      /** Milliseconds from the moment to the kill. */
      readonly ms: number;
      /** True where the request, or its answer, is lost as well. */
      readonly isLost: boolean;
    };

/** One kill: what is sent, and when it happens. */
export interface Plan {
  readonly kind: 'documents' | 'list';
  readonly count: number;
  readonly trigger: Trigger;
}

export type Random = () => number;

/** Numbers from 0 to below 1, the same for the same seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const listLength = 24;
const mostDocuments = 4;
const moments: readonly Moment[] = [
  'text was saved',
  'update came',
  'update was handled',
  'update was answered',
  'read came',
];

export function planOf(random: Random): Plan {
  const below = (end: number) => Math.floor(random() * end);
  const isList = random() < 0.4;
  const count = isList ? listLength : 1 + below(mostDocuments);
  const kind = isList ? 'list' : 'documents';
  if (random() < 0.1) return { kind, count, trigger: { kind: 'time', ms: below(4_000) } };
  const moment = moments[below(moments.length)] ?? 'update came';
  const isTyped = moment === 'text was saved';
  // A list is saved as a whole, and sent after its review.
  const nth = isTyped && isList ? count : 1 + below(moment === 'read came' ? 4 * count : count);
  const ms = random() < 0.4 ? 0 : below(isTyped ? (isList ? 3_000 : 300) : 40);
  const isLost = moment.startsWith('update') && random() < 0.3;
  return { kind, count, trigger: { kind: 'moment', moment, nth, ms, isLost } };
}
