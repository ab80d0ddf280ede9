import { sameView } from '../gateway.ts';
import type { World } from '../model.ts';
import { sentKeys } from './ledger.ts';
import type { Account } from './ledger.ts';

/** An update that was just applied must leave alone what it did not send. */
export function checkUntouched({ record }: Pick<World, 'record'>, account: Account): void {
  const { id, ref, update, gateway } = account;
  const [before, after] = gateway.historyOf(ref.task).slice(-2);
  // Requests that carry the whole task bring back what was read, so only an unchanged task tells.
  if (before === undefined || after === undefined || after.by !== id) return;
  if (!sameView(account.before, before.view)) return;
  const sent =
    update.output === undefined
      ? sentKeys(update).filter((key) => key !== 'output')
      : sentKeys(update);
  const touched = Object.keys(after.view).filter(
    (key) => !sent.includes(key) && before.view[key] !== after.view[key],
  );
  if (touched.length > 0) record.fails('untouched', `${id} changed ${touched.join(', ')} as well`);
}
