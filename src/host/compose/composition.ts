import { baseOf } from '../../app/drafts/fillDraft.ts';
import type { Draft } from '../../app/drafts/drafts.ts';
import { formatOutput } from '../../app/output/formatOutput.ts';
import { parseOutput } from '../../app/output/parseOutput.ts';
import { namesOf } from '../../domain/namesOf.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Task } from '../../domain/task.ts';
import type { Json } from '../../domain/json.ts';
import type { OutputMode, TaskUpdate } from '../../domain/taskUpdate.ts';
import { outputKind } from '../words/outputText.ts';

/** An update while the person writes it; every part as typed. */
export interface Composition {
  readonly status?: string;
  /** The output's text. No output is sent when it is absent or blank. */
  readonly text?: string;
  readonly mode?: OutputMode;
  readonly reason?: string;
  readonly fields?: Readonly<Record<string, Json>>;
}

/** The parsed update, or the first problem that keeps it from being sent. */
export type Composed =
  | { readonly kind: 'ok'; readonly update: TaskUpdate }
  | { readonly kind: 'bad'; readonly message: string };

/** The composition that a draft holds. */
export function fromDraft(draft: Draft | undefined): Composition {
  if (draft === undefined) return {};
  return {
    ...(draft.status === undefined ? {} : { status: draft.status }),
    ...(draft.text === undefined ? {} : { text: draft.text }),
    ...(draft.mode === undefined ? {} : { mode: draft.mode }),
    ...(draft.reason === undefined ? {} : { reason: draft.reason }),
    ...(draft.fields === undefined ? {} : { fields: draft.fields }),
  };
}

/** A composition that starts from an update that was sent. */
export function fromUpdate({ status, output, reason, fields }: TaskUpdate): Composition {
  return {
    ...(status === undefined ? {} : { status }),
    ...(output?.kind === 'object' ? { text: formatOutput(output.value), mode: output.mode } : {}),
    ...(output?.kind === 'text' ? { text: output.text } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(fields === undefined ? {} : { fields }),
  };
}

/** Does the composition hold typed text? A status alone does not count: it was only picked. */
export function hasContent({ text, reason, fields }: Composition): boolean {
  return text !== undefined || reason !== undefined || fields !== undefined;
}

/**
 * The draft that keeps a composition. Parts missing in the composition keep their value of
 * `before`.
 */
export function toDraft(
  task: Task,
  connection: Connection | undefined,
  composition: Composition,
  before?: Partial<Draft>,
): Omit<Draft, 'savedAt'> {
  return {
    ...before,
    ref: task.ref,
    connectionName: connection?.name ?? task.ref.connection,
    ...namesOf(task),
    taskName: task.name,
    kind: outputKind(task),
    ...composition,
    ...baseOf(before, composition.text, task),
  };
}

/** Parses a composition into the update that it stands for. */
export function toUpdate(task: Task, composition: Composition): Composed {
  const { text, mode } = composition;
  const base = withoutOutput(composition);
  if (text === undefined || text.trim() === '') return { kind: 'ok', update: base };
  if (task.options.output === undefined) {
    return { kind: 'bad', message: `${task.name} takes no output.` };
  }
  const parsed = parseOutput(text, task.options.output, mode);
  if (parsed.kind === 'bad') {
    return { kind: 'bad', message: parsed.problems[0]?.message ?? 'The output cannot be read.' };
  }
  const { output } = parsed;
  return { kind: 'ok', update: output === undefined ? base : { ...base, output } };
}

function withoutOutput({ status, reason, fields }: Composition): TaskUpdate {
  const isAnySet = Object.keys(fields ?? {}).length > 0;
  return {
    ...(status === undefined ? {} : { status }),
    ...(reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim() }),
    ...(fields === undefined || !isAnySet ? {} : { fields }),
  };
}
