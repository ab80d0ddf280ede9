import type { Draft } from '../../src/app/drafts/drafts.ts';
import type { JournalEntry } from '../../src/domain/outcome.ts';
import type { GateUpdate } from './killGate.ts';
import { isNamed } from './phaseOf.ts';
import type { StoredState } from './storedState.ts';

/** A task of the run: what was typed for it, and what the server shows in the end. */
export interface KilledTask {
  readonly id: string;
  readonly name: string;
  readonly kind: 'documents' | 'list';
  readonly text: string;
  /** True once VS Code said that the text was saved. */
  readonly isSaved: boolean;
  /** The status on the server, and its output as JSON. */
  readonly status: string;
  readonly output: string;
}

/** What is wrong after everything is settled, one sentence each; nothing if all promises held. */
export function wrongs(
  tasks: readonly KilledTask[],
  updates: readonly GateUpdate[],
  stored: StoredState,
): readonly string[] {
  return [
    ...tasks.flatMap((task) =>
      wrongsOf(task, {
        updates: updates.filter(({ text }) => text.includes(task.id) || isNamed(text, task.name)),
        entries: stored.entries.filter(({ ref }) => ref.task === task.id),
        draft: stored.drafts.find(({ ref }) => ref.task === task.id),
        lists: stored.lists,
      }).map((wrong) => `${task.name} (${task.kind}): ${wrong}`),
    ),
    ...stored.lostIds.map((id) => `Entry ${id} is not found by its id.`),
    ...stored.asides.map((path) => `${path} was left behind.`),
  ];
}

interface Traces {
  readonly updates: readonly GateUpdate[];
  readonly entries: readonly JournalEntry[];
  readonly draft: Draft | undefined;
  readonly lists: readonly string[];
}

function wrongsOf(task: KilledTask, traces: Traces): readonly string[] {
  return [...wrongsOfSending(task, traces), ...wrongsOfDraft(task, traces)]
    .filter(([isRight]) => !isRight)
    .map(([, wrong]) => wrong);
}

type Check = readonly [isRight: boolean, wrong: string];

function wrongsOfSending(task: KilledTask, { updates, entries }: Traces): readonly Check[] {
  const [entry] = entries;
  const outcome = entry?.outcome?.kind;
  const isApplied = task.status === 'COMPLETED';
  const isTrue = outcome === undefined || (outcome === 'confirmed') === isApplied;
  const isWhole = !isApplied || jsonOf(task.output) === jsonOf(task.text);
  return [
    [updates.length <= 1, `was sent ${updates.length} times.`],
    [entries.length <= 1, `has ${entries.length} entries in the journal.`],
    [updates.length === 0 || entry !== undefined, 'was sent, and the journal has no entry.'],
    [entry === undefined || outcome !== undefined, 'is still in flight.'],
    [isTrue, `is told to be ${outcome}, and the server shows ${task.status}.`],
    [!isApplied || updates.some(({ isDelivered }) => isDelivered), 'was applied by nobody.'],
    [isWhole, `holds ${task.output} in place of ${task.text}.`],
  ];
}

function wrongsOfDraft(task: KilledTask, { entries, draft, lists }: Traces): readonly Check[] {
  const inList = JSON.stringify(task.text).slice(1, -1);
  const isKept =
    task.kind === 'list' ? lists.some((text) => text.includes(inList)) : draft?.text === task.text;
  const isConfirmed = entries[0]?.outcome?.kind === 'confirmed';
  const isTorn = task.kind === 'documents' && draft !== undefined && !isKept;
  return [
    [!task.isSaved || isKept || isConfirmed, 'was typed and saved, and is lost.'],
    [!isTorn, `has the draft ${draft?.text ?? ''}`],
  ];
}

function jsonOf(text: string): string {
  return JSON.stringify(JSON.parse(text));
}
