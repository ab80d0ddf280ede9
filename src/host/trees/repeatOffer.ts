import type { LastSent } from '../../app/journal/lastSent.ts';
import { lastFor } from '../../app/journal/sentUpdate.ts';
import { seemsToFit } from '../../app/updates/fittingPart.ts';
import { updateWords } from '../../app/updates/updateWords.ts';
import type { SentUpdate } from '../../app/journal/sentUpdate.ts';
import type { Task } from '../../domain/task.ts';

/** Describes what Repeat would send to a task; undefined when the last update does not fit. */
export function repeatOffer(lastSent: LastSent): (task: Task) => string | undefined {
  const words = new WeakMap<SentUpdate, string>();
  return (task) => {
    // The first row starts reading the journal. Its rows are redrawn afterwards.
    lastSent.load().catch(() => undefined);
    const sent = lastFor(lastSent.list(), task);
    if (sent === undefined || !seemsToFit(task, sent.update)) return undefined;
    const known = words.get(sent) ?? updateWords(sent.update);
    words.set(sent, known);
    return known;
  };
}
