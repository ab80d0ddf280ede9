import { createPattern } from './pattern.ts';

/** A fault for requests whose method and path match, for `count` of them. */
export interface FaultRule {
  /** A pattern for the method, in any case; every method by default. */
  readonly method?: string;
  /** A pattern for path and query; every path by default. */
  readonly path?: string;
  /** For how many requests; 1 by default, 0 for all. */
  readonly count?: number;
  readonly fault: Fault;
}

export type Fault =
  /** Delays the answer. */
  | { readonly kind: 'latency'; readonly ms: number }
  /** Answers with this, without handling the request. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Cuts the connection before the request is handled. */
  | { readonly kind: 'reset' }
  /** Handles the request, then cuts the connection. */
  | { readonly kind: 'lostAnswer' }
  /** Handles the request, then sends half of the answer. */
  | { readonly kind: 'truncated' }
  /** Handles the request and answers 200 with text that is no JSON. */
  | { readonly kind: 'malformed' }
  /** Answers 200 with a sign-in page, as a proxy may. */
  | { readonly kind: 'loginPage' }
  /**
   * Answers a GET with an older answer of the same GET: from `writes` writes ago (1 by default) or
   * `ms` milliseconds ago. Without such an answer it does nothing.
   */
  | { readonly kind: 'stale'; readonly writes?: number; readonly ms?: number };

const kinds: ReadonlySet<string> = new Set<Fault['kind']>([
  'latency',
  'status',
  'reset',
  'lostAnswer',
  'truncated',
  'malformed',
  'loginPage',
  'stale',
]);

export interface Faults {
  set(rules: readonly FaultRule[]): void;
  /** The faults for this request, in the order of their rules. Counts the rules down. */
  take(method: string, target: string): readonly Fault[];
  list(): readonly FaultRule[];
}

export function createFaults(): Faults {
  let rules: Armed[] = [];
  return {
    set(next) {
      rules = next.map(arm);
    },
    take(method, target) {
      const hit = rules.filter((rule) => rule.isFor(method, target));
      for (const entry of hit) {
        if ((entry.rule.count ?? 1) > 0) entry.left -= 1;
      }
      rules = rules.filter((entry) => entry.rule.count === 0 || entry.left > 0);
      return hit.map(({ rule }) => rule.fault);
    },
    list: () => rules.map(({ rule }) => rule),
  };
}

interface Armed {
  readonly rule: FaultRule;
  left: number;
  isFor(method: string, target: string): boolean;
}

function arm(rule: FaultRule): Armed {
  const isMethod = createPattern((rule.method ?? '').toUpperCase());
  const isPath = createPattern(rule.path ?? '');
  return {
    rule,
    left: rule.count ?? 1,
    isFor: (method, target) => isMethod(method.toUpperCase()) && isPath(target),
  };
}

/** Parses rules from a request. @throws {TypeError} naming the error */
export function parseFaultRules(value: unknown): FaultRule[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((item) => {
    if (typeof item !== 'object' || item === null || !('fault' in item)) {
      throw new TypeError('A fault rule needs a "fault".');
    }
    const { fault } = item;
    if (typeof fault !== 'object' || fault === null || !('kind' in fault)) {
      throw new TypeError('A "fault" needs a "kind".');
    }
    if (typeof fault.kind !== 'string' || !kinds.has(fault.kind)) {
      throw new TypeError(`Unknown kind of fault; known are ${[...kinds].join(', ')}.`);
    }
    checkKeys(item, ruleKeys, '');
    checkKeys(fault, faultKeys, 'fault.');
    return item as FaultRule;
  });
}

type Check = readonly [words: string, fits: (value: unknown) => boolean];

const text: Check = ['a text', (value) => typeof value === 'string'];
const count: Check = [
  'a whole number from 0 on',
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
];
const status: Check = [
  'a status from 200 to 599',
  (value) => Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599,
];
const headers: Check = [
  'an object of texts that are valid headers',
  (value) => {
    try {
      const all = Object.entries(value ?? {});
      return new Headers(all).entries() !== undefined && all.every(([, one]) => text[1](one));
    } catch {
      return false;
    }
  },
];
const ruleKeys: Readonly<Record<string, Check>> = { method: text, path: text, count };
const faultKeys: Readonly<Record<string, Check>> = {
  ms: count,
  writes: count,
  status,
  body: text,
  headers,
};

function checkKeys(holder: object, checks: Readonly<Record<string, Check>>, where: string): void {
  const values = new Map<string, unknown>(Object.entries(holder));
  const isStatus = values.get('kind') === 'status';
  for (const [key, [words, fits]] of Object.entries(checks)) {
    const isAbsent = !values.has(key) && !(isStatus && key === 'status');
    if (isAbsent || fits(values.get(key))) continue;
    throw new TypeError(`The "${where}${key}" of a fault rule must be ${words}.`);
  }
}
