import type { SettledEntry } from '../../../src/app/journal/settledEntry.ts';
import type { Snapshot } from '../../../src/domain/snapshot.ts';
import { stringifyJson } from '../../../src/domain/json.ts';
import type { Deed, World } from '../model.ts';
import { count } from '../record.ts';
import type { View } from '../servers/simServer.ts';
import { isUnseeable } from './ledger.ts';
import type { Account } from './ledger.ts';

/** Compares an outcome that is told with what really happened so far. */
export function checkOutcome(
  { record }: Pick<World, 'record'>,
  account: Account | undefined,
  entry: SettledEntry,
  deed?: Deed,
): void {
  checkClaim(record, account, entry);
  if (account === undefined) return;
  const { outcome } = entry;
  if (outcome.kind === 'confirmed') checkShown(record, account, outcome.after, deed);
  else if (account.told?.kind === 'confirmed' && outcome.kind !== 'overtaken') {
    // A broken disk may have swallowed it.
    if (!account.deed.window.hadTrouble)
      record.fails('stays', `${account.id} was confirmed, and now it is ${outcome.kind}`);
  }
}

function checkClaim(
  record: World['record'],
  account: Account | undefined,
  { id, outcome }: SettledEntry,
): void {
  const wasApplied = account !== undefined && account.applied > 0;
  const claim = claims.find(({ kind }) => kind === outcome.kind);
  if (claim === undefined || claim.isApplied === wasApplied) return;
  if (wasApplied && isUnseeable(account)) {
    count(record.outcomes, 'notApplied by a refusal that no reading contradicts');
    return;
  }
  const really = wasApplied ? 'it' : 'nothing of it';
  record.fails(claim.kind, `${id} is ${claim.kind}, and the server applied ${really}`);
}

/** What a confirmation shows was there since the update, and the last true reading showed it. */
function checkShown(
  record: World['record'],
  account: Account,
  after: Snapshot,
  deed: Deed | undefined,
): void {
  const { id, ref, gateway } = account;
  const history = gateway.historyOf(ref.task);
  const since = history.slice(history.findIndex(({ by }) => by === id));
  if (!since.some(({ view }) => shows(view, after))) {
    record.fails('confirmed', `${id} is confirmed with a state that never was`);
  }
  // Another window may have seen it before: that stays.
  const isFirst = deed === account.deed && account.told === undefined;
  const read = isFirst ? deed?.lastRead.get(ref.task) : undefined;
  if (read?.isTrue !== true || shows(read.view, after)) return;
  const shown = JSON.stringify(read.view);
  record.fails('confirmed', `${id} is confirmed, but the last reading showed ${shown}`);
}

const claims = [
  { kind: 'confirmed', isApplied: true },
  { kind: 'overtaken', isApplied: true },
  { kind: 'notApplied', isApplied: false },
] as const;

/** True where the view has the status and the output of a snapshot. */
function shows(view: View, { status, output }: Snapshot): boolean {
  if (view['status'] !== status) return false;
  const text = output === undefined || output === '' ? '' : stringifyJson(output);
  return view['output'] === text || (text === '' && view['output'] === '{}');
}
