import type { SettledEntry } from '../../../src/app/journal/settledEntry.ts';
import type { Snapshot } from '../../../src/domain/outcome.ts';
import { stringifyJson } from '../../../src/domain/json.ts';
import type { Deed, World } from '../model.ts';
import type { View } from '../servers/simServer.ts';
import type { Account } from './ledger.ts';

/** Compares an outcome that is told with what really happened so far. */
export function checkOutcome(
  { record }: Pick<World, 'record'>,
  account: Account | undefined,
  entry: SettledEntry,
  deed: Deed | undefined,
): void {
  const { id, outcome } = entry;
  const wasApplied = account !== undefined && account.applied > 0;
  for (const claim of claims) {
    if (claim.kind !== (outcome.kind as string) || claim.isApplied === wasApplied) continue;
    const really = wasApplied ? 'it' : 'nothing of it';
    record.fails(claim.kind, `${id} is ${claim.kind}, and the server applied ${really}`);
  }
  if (outcome.kind === 'confirmed') checkShown(record, entry.ref.task, outcome.after, deed);
  else if (account?.told?.kind === 'confirmed' && (outcome.kind as string) !== 'overtaken') {
    record.fails('stays', `${id} was confirmed, and now it is ${outcome.kind}`);
  }
}

/** The last reading, if it was a true one, must show what the confirmation says. */
function checkShown(
  record: World['record'],
  task: string,
  after: Snapshot,
  deed: Deed | undefined,
): void {
  const read = deed?.lastRead.get(task);
  if (read?.isTrue !== true || shows(read.view, after)) return;
  const shown = JSON.stringify(read.view);
  record.fails('confirmed', `${task} is confirmed, but the last reading showed ${shown}`);
}

const claims = [
  { kind: 'confirmed', isApplied: true },
  { kind: 'overtaken', isApplied: true },
  { kind: 'notApplied', isApplied: false },
] as const;

/** True where the view has the status and the output of a snapshot. */
function shows(view: View, { status, output }: Snapshot): boolean {
  if (view['status'] !== status) return false;
  const text = output === undefined ? '' : stringifyJson(output);
  return view['output'] === text || (text === '' && view['output'] === '{}');
}
