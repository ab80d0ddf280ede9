import { createJournal } from '../../../src/app/journal/journal.ts';
import { windowOf } from '../../../src/app/journal/entryIds.ts';
import { inFlightMs } from '../../../src/app/journal/inFlightMs.ts';
import { readSegment } from '../../../src/app/journal/readSegment.ts';
import type { JournalEntry } from '../../../src/domain/outcome.ts';
import { sameTask } from '../../../src/domain/task.ts';
import { storageOf } from '../faultyStorage.ts';
import type { Sending, World } from '../model.ts';
import type { View } from '../servers/simServer.ts';
import { sentKeys } from './ledger.ts';
import type { Account, Ledger } from './ledger.ts';

type Checked = Pick<World, 'record' | 'documents' | 'time' | 'clockWasSet'>;

/** The most requests that one update may need: three tries, each with a renewed sign-in. */
const mostSends = 6;

/** Checks an update request that leaves a window, and opens its account. */
export async function checkLeaving(
  world: Checked,
  ledger: Ledger,
  sending: Sending,
): Promise<string> {
  const { record } = world;
  const entry = entryOf(world, sending);
  if (entry === undefined) {
    record.fails(
      'journal',
      `an update was sent without an entry: ${JSON.stringify(sending.target)}`,
    );
    return 'no entry';
  }
  const { id } = entry;
  const found = await createJournal({
    storage: storageOf(world.documents),
    keep: () => 1_000,
  }).read(id);
  if (found === undefined) record.fails('journal', `the entry ${id} is not found by its id`);
  const account = ledger.accounts.get(id) ?? openAccount(world, entry, sending);
  checkAlone(world, ledger, account);
  ledger.accounts.set(id, account);
  checkAgainst(world, account, sending);
  checkTold(world, account, sending);
  account.sends.push(false);
  return id;
}

function openAccount(
  { time }: Checked,
  { id, ref, update }: JournalEntry,
  { gateway, deed }: Sending,
): Account {
  return {
    id,
    ref,
    update,
    gateway,
    deed,
    openedAt: time.now(),
    before: deed.lastRead.get(ref.task)?.view,
    wasRefused: false,
    sends: [],
    applied: 0,
    isDelivered: false,
    told: undefined,
  };
}

/** A window that crashed may have left an update in flight for as long as a send can take. */
function checkAlone(
  { record, time, clockWasSet, documents }: Checked,
  ledger: Ledger,
  account: Account,
): void {
  const rival = [...ledger.accounts.values()].find(
    (other) =>
      other !== account &&
      other.told === undefined &&
      sameTask(other.ref, account.ref) &&
      time.now() - other.openedAt < inFlightMs &&
      entriesOn(documents).some(({ id, outcome }) => id === other.id && outcome === undefined),
  );
  if (rival === undefined || clockWasSet) return;
  record.fails('alone', `${account.id} was sent while ${rival.id} was in flight`);
}

function checkAgainst({ record }: Checked, account: Account, { deed }: Sending): void {
  const { id, sends, applied } = account;
  if (sends.some((isProof) => !isProof)) {
    record.fails('once', `${id} was sent again without proof that nothing was applied`);
  }
  if (applied > 0) record.fails('once', `${id} was sent again after it was applied`);
  if (account.told !== undefined) record.fails('once', `${id} was sent after its outcome was told`);
  if (sends.length >= mostSends)
    record.fails('quiet', `${id} was sent more than ${mostSends} times`);
  if (deed.abort.signal.aborted)
    record.fails('cancel', `${id} was sent after the person cancelled`);
  if (deed.window.isClosed) record.fails('cancel', `${id} was sent after its window was closed`);
}

/** The person must know what the update overwrites: status, output, and what else it sends. */
function checkTold({ record }: Checked, { id, ref, update }: Account, { deed }: Sending): void {
  const read = deed.lastRead.get(ref.task)?.view;
  const agreed = deed.agreed.get(ref.task);
  if (read === undefined || agreed === undefined) return;
  const sent = sentKeys(update);
  const changed = (view: View) =>
    Object.keys(read).filter((key) => sent.includes(key) && key in view && view[key] !== read[key]);
  if (agreed.some((view) => changed(view).length === 0)) return;
  const keys = changed(agreed.at(-1) ?? {});
  record.fails('told', `${id} overwrites a change of ${keys.join(', ')} that nobody was told`);
}

/** The entries of all segments that are not closed. */
function entriesOn(documents: ReadonlyMap<string, string>): readonly JournalEntry[] {
  return [...documents]
    .filter(([key]) => key.startsWith('inFlight/'))
    .flatMap(([, text]) => [...readSegment(text).values()]);
}

/** The entry on the disk whose update this request carries. */
function entryOf(
  { documents }: Checked,
  { deed, gateway, target }: Sending,
): JournalEntry | undefined {
  const connection = gateway.server.connection.id;
  return (
    [...documents]
      .filter(([key]) => key.startsWith('inFlight/'))
      .flatMap(([, text]) => [...readSegment(text).values()])
      .filter(({ outcome, id }) => outcome === undefined && windowOf(id) === deed.window.id)
      // The last one: of an earlier one, a full disk may have swallowed the outcome.
      .findLast(
        ({ ref, taskName }) =>
          ref.connection === connection &&
          (target.task === undefined
            ? ref.execution === target.execution && taskName === target.name
            : ref.task === target.task),
      )
  );
}
