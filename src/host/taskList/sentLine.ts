import type { BulkResult } from '../../app/bulk/bulkItem.ts';
import type { SettledEntry } from '../../app/journal/settledEntry.ts';
import type { TaskList } from '../../app/taskList/taskList.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import { taskKey } from '../../domain/task.ts';
import type { SentLine } from '../../app/taskList/markSent.ts';
import { sentence } from '../../app/sentence.ts';
import { oneLine } from '../words/plainText.ts';

/** The outcome of a line's update, as the line shows it. */
export function sentLine(result: BulkResult): SentLine {
  const { base, update } = result.item;
  const at = { ref: base.ref, update };
  switch (result.kind) {
    case 'settled':
      return { ...at, ...settled(result.entry) };
    case 'changed': {
      const what = result.changes.map(({ what, from, to }) => `${what} ${from} → ${to}`).join(', ');
      const text = `not sent: somebody changed it meanwhile (${what})`;
      return { ...at, sentence: short(text), became: { kind: 'notApplied', now: result.now } };
    }
    case 'invalid': {
      const [problem] = result.problems;
      return { ...at, ...notSent(problem?.message ?? 'the update is invalid') };
    }
    case 'notSent':
      return { ...at, ...notSent(result.reason) };
    case 'failed':
      return { ...at, ...notSent(sentence(result.error)) };
  }
}

type Told = Pick<SentLine, 'sentence' | 'became'>;

/** Outcomes from the journal that the document lacks, because its window closed during sending. */
export function journalLines(
  entries: readonly JournalEntry[],
  { readAt, markedAt = readAt }: TaskList,
): readonly SentLine[] {
  const newest = new Map<string, SentLine>();
  for (const { ref, update, startedAt, outcome } of entries) {
    if (outcome === undefined || startedAt <= Math.max(readAt, markedAt)) continue;
    const key = taskKey(ref);
    if (!newest.has(key)) newest.set(key, { ref, update, ...settled({ outcome }) });
  }
  return [...newest.values()];
}

function settled({ outcome }: Pick<SettledEntry, 'outcome'>): Told {
  switch (outcome.kind) {
    case 'confirmed':
      return {
        sentence: short(['confirmed', ...outcome.notes].join('. ')),
        became: { kind: 'confirmed', after: outcome.after },
      };
    case 'overtaken':
      return {
        sentence: short(`overtaken: ${outcome.detail}`),
        became: { kind: 'overtaken', after: outcome.after },
      };
    case 'notApplied': {
      const isSame = outcome.expected === outcome.actual;
      const found = isSame ? '' : `, expected ${outcome.expected}, found ${outcome.actual}`;
      const reason = outcome.reason === undefined ? '' : `: ${outcome.reason}`;
      return {
        sentence: short(`not applied${found}${reason}`),
        became: { kind: 'notApplied' },
      };
    }
    case 'pending':
    case 'unknown':
      return { sentence: short(`${outcome.kind}: ${outcome.detail}`), became: { kind: 'open' } };
  }
}

function notSent(reason: string): Told {
  return { sentence: short(`not sent: ${reason}`), became: { kind: 'notApplied' } };
}

function short(text: string): string {
  return oneLine(text, 200);
}
