import { createJournal } from '../../../src/app/journal/journal.ts';
import { windowOf } from '../../../src/app/journal/entryIds.ts';
import { inFlightMs } from '../../../src/app/journal/inFlightMs.ts';
import { readSegment } from '../../../src/app/journal/readSegment.ts';
import type { JournalEntry } from '../../../src/domain/outcome.ts';
import { sameTask } from '../../../src/domain/task.ts';
import { storageOf } from '../faultyStorage.ts';
import { sameView } from '../gateway.ts';
import type { Sending, World } from '../model.ts';
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
  const own = { id, ref, update, gateway, deed };
  return {
    ...own,
    openedAt: time.now(),
    sends: [],
    applied: 0,
    isDelivered: false,
    told: undefined,
  };
}

/** A window that crashed may have left an update in flight for as long as a send can take. */
function checkAlone(
  { record, time, clockWasSet }: Checked,
  ledger: Ledger,
  account: Account,
): void {
  const rival = [...ledger.accounts.values()].find(
    (other) =>
      other !== account &&
      other.told === undefined &&
      sameTask(other.ref, account.ref) &&
      time.now() - other.openedAt < inFlightMs,
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

function checkTold({ record }: Checked, { id, ref }: Account, { deed }: Sending): void {
  const read = deed.lastRead.get(ref.task);
  const agreed = deed.agreed.get(ref.task);
  if (read === undefined || agreed === undefined) return;
  const isKnown = agreed.some((view) => sameView(read.view, onlyKeys(view, read.view)));
  if (isKnown) return;
  const keys = Object.keys(read.view).filter((key) => agreed.at(-1)?.[key] !== read.view[key]);
  record.fails('told', `${id} overwrites a change of ${keys.join(', ')} that nobody was told`);
}

/** The fields that both show. */
function onlyKeys(view: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(view).filter(([key]) => key in other));
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
