import type { SettledEntry } from '../../app/journal/settledEntry.ts';
import type { Updates } from '../../app/updates/updates.ts';
import type { Entrance } from './entrance.ts';

// A second look follows a confirmation at once, so a few updates are enough.
const mostRemembered = 20;

/**
 * Corrects "confirmed" where the update turns out to be overtaken a moment later. Returns what to
 * call with each update that the person was told of.
 */
export function tellOvertaken(
  { onDidSettle }: Pick<Updates, 'onDidSettle'>,
  tell: (entry: SettledEntry, entrance: Entrance) => Promise<void>,
): (told: SettledEntry, entrance: Entrance) => void {
  const told = new Map<string, Entrance>();
  onDidSettle((entry) => {
    const entrance = told.get(entry.id);
    if (entry.outcome.kind !== 'overtaken' || entrance === undefined) return;
    told.delete(entry.id);
    void tell(entry, entrance);
  });
  return (entry, entrance) => {
    if (entry.outcome.kind !== 'confirmed') return;
    told.set(entry.id, entrance);
    const [oldest] = told.keys();
    if (told.size > mostRemembered && oldest !== undefined) told.delete(oldest);
  };
}
