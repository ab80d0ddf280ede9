import { taskKey } from '../../../src/domain/task.ts';
import { currentDeed } from '../deed.ts';
import type { Checker, World } from '../model.ts';
import { count } from '../record.ts';
import { checkAfterwards } from './afterwards.ts';
import { checkLeaving } from './leaving.ts';
import { delivered, isUnseeable } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { checkUntouched } from './untouched.ts';
import { checkOutcome } from './settling.ts';

/** Knows the effect of each request, and so what the product may say. */
export function createChecker(world: Omit<World, 'checker'>): Checker {
  const ledger: Ledger = { accounts: new Map(), typed: [] };
  const { record } = world;
  return {
    leaves: (sending) => checkLeaving(world, ledger, sending),

    arrived(id, { applied }) {
      const account = ledger.accounts.get(id);
      if (account === undefined || applied === undefined) return;
      record.note(() => `the server applied ${id} to ${applied}`);
      if (applied !== account.ref.task) return;
      account.applied += 1;
      checkUntouched(world, account);
      if (account.told?.kind !== 'notApplied' || isUnseeable(account)) return;
      record.fails('notApplied', `${id} was applied after it was told as not applied`);
    },

    answered(id, { isProof, status = 0 }) {
      const account = ledger.accounts.get(id);
      if (account === undefined) return;
      account.sends[account.sends.length - 1] = isProof;
      account.wasRefused = !isProof && status >= 400 && status < 500;
    },

    settled(window, entry) {
      const account = ledger.accounts.get(entry.id);
      count(record.outcomes, entry.outcome.kind);
      record.note(
        () =>
          `${window.id} tells ${entry.id} of ${taskKey(entry.ref)}: ${JSON.stringify(entry.outcome)}`,
      );
      checkOutcome(world, account, entry, currentDeed());
      if (account === undefined) return;
      account.told = entry.outcome;
      account.isDelivered ||= delivered.includes(entry.outcome.kind);
    },

    typed: (window, ref, text) => void ledger.typed.push({ window, ref, text }),
    afterwards: (window, stage) => checkAfterwards(world, ledger, window, stage),
  };
}
