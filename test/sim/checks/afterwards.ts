import { createDrafts } from '../../../src/app/drafts/drafts.ts';
import { isSettled } from '../../../src/app/journal/settledEntry.ts';
import { formatOutput } from '../../../src/app/output/formatOutput.ts';
import { expectationOf, unseenFields } from '../../../src/app/verify/expectation.ts';
import { isOpenOutcome } from '../../../src/domain/outcome.ts';
import type { JournalEntry } from '../../../src/domain/outcome.ts';
import { sameTask } from '../../../src/domain/task.ts';
import { storageOf } from '../faultyStorage.ts';
import { sameView } from '../gateway.ts';
import type { SimWindow, Stage, World } from '../model.ts';
import { checkOutcome } from './settling.ts';
import type { Account, Ledger, Typed } from './ledger.ts';

type Checked = Pick<World, 'record' | 'documents'>;

const mostTries = 6;

/** What must hold when everybody has stopped. */
export async function checkAfterwards(
  world: Checked,
  ledger: Ledger,
  window: SimWindow,
  stage: Stage,
): Promise<void> {
  const { record } = world;
  // A full disk may have swallowed an outcome: only a restart finds it again.
  if (stage !== 'operations') await checkAllSettled(world, window);
  for (const { id, tries } of await window.app.journal.list(10_000)) {
    if (tries.length > mostTries) record.fails('quiet', `${id} has ${tries.length} tries`);
    const found = await window.app.journal.read(id);
    if (found === undefined) record.fails('journal', `${id} is listed, but not found by its id`);
  }
  for (const account of ledger.accounts.values()) {
    const entry = await window.app.journal.read(account.id);
    if (entry === undefined) record.fails('journal', `${account.id} was sent and is gone`);
    // Nobody is told of an update that was cancelled.
    else if (account.told === undefined && isSettled(entry)) checkOutcome(world, account, entry);
    else if (stage === 'checkAgain') checkOpen(world, ledger, account, entry);
  }
  if (window.waits() > 0) record.fails('quiet', `${window.waits()} waits of ${window.id} are left`);
  await checkDrafts(world, ledger.typed, [...ledger.accounts.values()]);
}

async function checkAllSettled({ record }: Checked, window: SimWindow): Promise<void> {
  const { journal } = window.app;
  const open = (await journal.list(10_000)).filter((entry) => !isSettled(entry));
  for (const { id } of [...open, ...(await journal.inFlight())]) {
    record.fails('settles', `${id} has no outcome after a restart`);
  }
}

/** An update that shows, and that nobody changed since, must not stay open. */
function checkOpen(world: Checked, ledger: Ledger, account: Account, entry: JournalEntry): void {
  const { id, ref, gateway, before } = account;
  if (!isOpenOutcome(entry.outcome) || !canTell(account, entry)) return;
  // What the task shows says nothing about the earlier of two updates from here.
  const isLast = [...ledger.accounts.values()].every(
    (other) => other === account || !sameTask(other.ref, ref) || other.openedAt < account.openedAt,
  );
  const [earlier, last] = gateway.historyOf(ref.task).slice(-2);
  if (!isLast || earlier === undefined || last?.by !== id) return;
  // Nor can it be told from what others wrote since the last look.
  if (sameView(earlier.view, last.view) || before === undefined || !sameView(earlier.view, before))
    return;
  const { kind } = entry.outcome ?? { kind: 'in flight' };
  const states = JSON.stringify([earlier.view, last.view]);
  world.record.fails('settles', `${id} stays ${kind}, and the task shows it: ${states}`);
}

/** After a refusal nobody can know whose change it is, and what never shows proves nothing. */
function canTell({ applied, wasRefused }: Account, entry: JournalEntry): boolean {
  return applied > 0 && !wasRefused && unseenFields(expectationOf(entry)).length === 0;
}

async function checkDrafts(
  world: Checked,
  typed: readonly Typed[],
  accounts: readonly Account[],
): Promise<void> {
  const drafts = createDrafts({ storage: storageOf(world.documents), clock: neverAsked });
  for (const { window, ref, text } of typed) {
    const all = typed.filter((one) => sameTask(one.ref, ref));
    // Braces are no content, and what a broken disk cannot take stays in the editor.
    const isContent = !['', '{}'].includes(text) && !window.hadTrouble;
    if (!isContent || all.at(-1)?.text !== text) continue;
    const isSent = accounts.some(
      (one) => one.isDelivered && sameTask(one.ref, ref) && textOf(one.update.output) === text,
    );
    const draft = await drafts.read(ref);
    const isKept = all.some((one) => one.text === draft?.text);
    if (!isSent && !isKept) world.record.fails('draft', `${text} of ${ref.task} is lost`);
  }
}

function textOf(output: JournalEntry['update']['output']): string {
  return output?.kind === 'object' ? formatOutput(output.value) : (output?.text ?? '');
}

const neverAsked = { now: () => 0, wait: async () => undefined };
