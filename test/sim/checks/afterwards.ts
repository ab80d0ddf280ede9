import { createDrafts } from '../../../src/app/drafts/drafts.ts';
import { formatOutput } from '../../../src/app/output/formatOutput.ts';
import { isOpenOutcome } from '../../../src/domain/outcome.ts';
import type { JournalEntry } from '../../../src/domain/outcome.ts';
import { sameTask } from '../../../src/domain/task.ts';
import { storageOf } from '../faultyStorage.ts';
import { sameView } from '../gateway.ts';
import type { SimWindow, Stage, World } from '../model.ts';
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
  const { journal } = window.app;
  const entries = await journal.list(10_000);
  // A full disk may have swallowed an outcome: only a restart finds it again.
  for (const { id } of stage === 'operations' ? [] : await journal.inFlight()) {
    record.fails('settles', `${id} is in flight for ever`);
  }
  for (const { id, tries, outcome } of entries) {
    if (outcome === undefined && stage !== 'operations') {
      record.fails('settles', `${id} has no outcome after a restart`);
    }
    if (tries.length > mostTries) record.fails('quiet', `${id} has ${tries.length} tries`);
    const found = await journal.read(id);
    if (found === undefined)
      record.fails('journal', `${id} is in the list, but not found by its id`);
  }
  for (const account of ledger.accounts.values()) {
    const entry = await journal.read(account.id);
    if (entry === undefined) record.fails('journal', `${account.id} was sent and is gone`);
    else if (stage === 'checkAgain') checkOpen(world, account, entry);
  }
  if (window.waits() > 0) record.fails('quiet', `${window.waits()} waits of ${window.id} are left`);
  await checkDrafts(world, ledger.typed, [...ledger.accounts.values()]);
}

/** An update that shows, and that nobody changed since, must not stay open. */
function checkOpen({ record }: Checked, account: Account, entry: JournalEntry): void {
  if (!isOpenOutcome(entry.outcome) || account.applied === 0) return;
  const history = account.gateway.historyOf(account.ref.task);
  const last = history.at(-1);
  const before = history.at(-2);
  if (last?.by !== account.id || before === undefined || sameView(before.view, last.view)) return;
  const { kind } = entry.outcome ?? { kind: 'in flight' };
  record.fails(
    'settles',
    `${account.id} stays ${kind}, and the task shows it: ${JSON.stringify([before.view, last.view])}`,
  );
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
