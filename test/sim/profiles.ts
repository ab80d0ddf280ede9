/** What may happen to a request on its way. */
export const faultKinds = [
  // The network: it delays and loses, and tells no lie.
  'slow',
  'refused',
  'lostRequest',
  'lostAnswer',
  'silentLost',
  'silentApplied',
  'late',
  'rateLimited',
  'serverError',
  'errorAfter',
  'signInRefused',
  'cutAnswer',
  // Proxies and servers that do more than they say, and other writers in the worst moment.
  'duplicate',
  'refusedAfter',
  'stale',
  'foreignBefore',
  'foreignAfter',
  // Servers that lie.
  'noEffect',
  'foreignBody',
  'garbage',
  'lyingRead',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** The promises, by the letters under which a failure names them. */
export const promises = {
  confirmed: 'confirmed is true',
  overtaken: 'overtaken is true',
  once: 'sent at most once, unless proven not applied',
  notApplied: 'not applied is true',
  stays: 'confirmed stays confirmed, or becomes overtaken',
  draft: 'no draft is lost',
  journal: 'nothing is sent without a journal entry, and each entry is found by its id',
  settles: 'no outcome stays open that reading settles',
  cancel: 'nothing is sent after a cancel, and nothing after a window was closed',
  quiet: 'no timer is left, and tries are bounded',
  alone: 'one update of a task at a time',
  untouched: 'an update changes only what it sent',
  told: 'a change by others between look and send is told',
  ends: 'every operation ends',
} as const;
export type PromiseName = keyof typeof promises;

export const operationKinds = [
  'look',
  'draft',
  'send',
  'bulk',
  'undo',
  'repeat',
  'sendAgain',
  'checkAgain',
  'foreign',
  'worker',
  'weather',
  'revoke',
  'crash',
  'close',
  'clockJump',
  'storageTrouble',
] as const;
export type OperationKind = (typeof operationKinds)[number];

export interface Profile {
  /** In how many of 1,000 requests each fault happens. */
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>;
  /** How often each operation happens, compared with the others. */
  readonly operations: Readonly<Partial<Record<OperationKind, number>>>;
  /** The promises that can hold here. */
  readonly promises: readonly PromiseName[];
}

const network = {
  slow: 60,
  refused: 25,
  lostRequest: 20,
  lostAnswer: 30,
  silentLost: 8,
  silentApplied: 12,
  late: 8,
  rateLimited: 25,
  serverError: 20,
  errorAfter: 12,
  signInRefused: 25,
  cutAnswer: 15,
} as const;

const people = {
  look: 2,
  draft: 3,
  send: 16,
  bulk: 2,
  undo: 2,
  repeat: 1,
  sendAgain: 1,
  checkAgain: 2,
  foreign: 5,
  worker: 2,
  weather: 1,
  revoke: 1,
} as const;

const hostileFaults = {
  ...network,
  duplicate: 30,
  refusedAfter: 25,
  stale: 60,
  foreignBefore: 25,
  foreignAfter: 25,
} as const;

const trouble = { ...people, crash: 2, close: 1, clockJump: 1, storageTrouble: 2 } as const;

export const profiles = {
  honest: {
    faults: network,
    operations: people,
    promises: Object.keys(promises) as PromiseName[],
  },
  hostile: {
    faults: hostileFaults,
    operations: trouble,
    promises: Object.keys(promises) as PromiseName[],
  },
  // Whoever lies about what a task shows can make every verdict wrong.
  lying: {
    faults: { ...hostileFaults, noEffect: 40, foreignBody: 20, garbage: 20, lyingRead: 60 },
    operations: trouble,
    promises: ['once', 'alone', 'draft', 'journal', 'cancel', 'quiet', 'ends'],
  },
} as const satisfies Record<string, Profile>;
export type ProfileName = keyof typeof profiles;
