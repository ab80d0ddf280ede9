import type { DocumentTask } from '../documents/documentTask.ts';
import type { Task } from '../../domain/task.ts';
import { statusFor } from '../../domain/taskUpdate.ts';
import type { Composition } from '../compose/composition.ts';
import { modeOf, modeWords, otherModeOf } from '../words/outputText.ts';
import { iconFree } from '../words/plainText.ts';
import { canSaveProgress } from '../compose/saveProgress.ts';
import { bytesText } from '../../app/output/bytesText.ts';

/** A CodeLens above the first line. Without an action it is plain text. */
export interface Lens {
  readonly title: string;
  readonly action?: 'complete' | 'fail' | 'saveProgress' | 'send' | 'compare' | 'switchMode';
  readonly tooltip?: string;
}

/**
 * The CodeLenses of a document. `bytes` is the size to be sent; undefined when the text is not
 * valid.
 */
export function documentLenses(
  state: DocumentTask,
  bytes: number | undefined,
  draft: Composition,
): readonly Lens[] {
  switch (state.kind) {
    case 'loading':
      return [{ title: '$(loading~spin) Reading the task…' }];
    case 'gone':
      return [{ title: '$(circle-slash) Cannot be sent: the engine knows no such task any more' }];
    case 'failed':
      return [
        { title: `$(warning) The task could not be read: ${iconFree(state.message)}` },
        { title: '$(send) Send…', action: 'send' },
      ];
    case 'known':
      return taskLenses(state.task, bytes, draft);
  }
}

function taskLenses(task: Task, bytes: number | undefined, draft: Composition): readonly Lens[] {
  const { options } = task;
  if (options.unavailable !== undefined) {
    return [{ title: `$(circle-slash) Cannot be sent: ${iconFree(options.unavailable)}` }];
  }
  const send = draft.status === undefined ? 'Send…' : `Send as ${iconFree(draft.status, 40)}…`;
  return [
    ...(statusFor(options, 'complete') === undefined
      ? []
      : [{ title: '$(check) Complete', action: 'complete' } as const]),
    ...(statusFor(options, 'fail') === undefined
      ? []
      : [{ title: '$(x) Fail', action: 'fail' } as const]),
    ...(canSaveProgress(options)
      ? [{ title: '$(cloud-upload) Save Progress', action: 'saveProgress' } as const]
      : []),
    { title: `$(send) ${send}`, action: 'send' },
    ...(options.output === undefined
      ? []
      : [{ title: '$(diff) Compare', action: 'compare' } as const]),
    ...sizeLenses(task, bytes, draft),
    ...fieldsLens(task, draft),
  ];
}

// The document does not show the fields of its draft, so a CodeLens does.
function fieldsLens({ options }: Task, { fields = {} }: Composition): readonly Lens[] {
  const set = options.fields.filter(({ key }) => fields[key] !== undefined);
  if (set.length === 0) return [];
  return [{ title: `Also sends ${set.map(({ label }) => label).join(', ')}` }];
}

function sizeLenses(task: Task, bytes: number | undefined, draft: Composition): readonly Lens[] {
  const option = task.options.output;
  if (option === undefined) return [{ title: 'This task takes no output' }];
  if (bytes === undefined) return [];
  const size = `${bytesText(bytes)} of ${bytesText(option.limitBytes)}`;
  if (option.kind === 'text') return [{ title: size }];
  const words = modeWords(modeOf(option, draft.mode));
  const other = otherModeOf(option, draft.mode);
  if (other === undefined) return [{ title: `${size}, ${words}` }];
  const word = modeOf(option, draft.mode) === 'merge' ? 'merged' : 'replaced';
  const tooltip = `Sent ${words}. Click to send it ${modeWords(other)} instead.`;
  return [{ title: size }, { title: `$(arrow-swap) ${word}`, action: 'switchMode', tooltip }];
}
