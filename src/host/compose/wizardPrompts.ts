import type { Composition } from './composition.ts';
import { fieldsPrompt } from './fieldsPrompt.ts';
import { inputPrompt } from '../ui/inputPrompt.ts';
import { listPick } from '../ui/listPick.ts';
import type { PromptPlace, Prompted } from './promptPlace.ts';
import { promptTitle } from './promptTitle.ts';
import { reviewButton } from './reviewButton.ts';
import { isActiveRow, statusRows } from './statusRows.ts';
import type { StatusAction } from './statusRows.ts';

/** Which status, and on the way there the engine's own fields, for those who want them. */
export async function statusPrompt(place: PromptPlace): Promise<Prompted> {
  const { task, position } = place;
  let { composition } = place;
  for (;;) {
    const choices = statusRows(task, composition);
    const standing = composition;
    const picked = await listPick({
      title: promptTitle(task),
      placeholder: `${task.status} → ?`,
      canGoBack: place.canGoBack,
      ...(position === undefined ? {} : { position }),
      load: async () => ({ choices }),
      isActive: (action) => isActiveRow(action, standing),
    });
    if (picked.kind !== 'picked') return { kind: picked.kind, composition };
    if (picked.value.kind !== 'fields') {
      return { kind: 'next', composition: withStatus(composition, picked.value) };
    }
    const answer = await fieldsPrompt({ ...place, composition });
    composition = answer.composition;
    if (answer.kind === 'cancelled') return answer;
  }
}

function withStatus(
  { status: _before, ...others }: Composition,
  action: Exclude<StatusAction, { kind: 'fields' }>,
): Composition {
  return action.kind === 'keep' ? others : { ...others, status: action.status };
}

/** Why the task fails, for people; Enter skips it. */
export async function reasonPrompt(place: PromptPlace): Promise<Prompted> {
  const { task, composition, position, keep } = place;
  const limit = task.options.reasonLimit ?? 0;
  const answer = await inputPrompt({
    title: promptTitle(task),
    prompt: `Reason for ${composition.status ?? task.status}, if there is one to give`,
    value: composition.reason ?? '',
    canGoBack: place.canGoBack,
    ...(position === undefined ? {} : { position, buttons: [reviewButton] }),
    check: (text) =>
      text.length > limit
        ? { message: `${text.length} of ${limit} characters`, severity: 'error' }
        : undefined,
    onTyped: (typed) => keep?.(withReason(composition, typed)),
  });
  const kind = answer.kind === 'button' ? 'review' : answer.kind;
  return {
    kind: kind === 'accepted' ? 'next' : kind,
    composition: withReason(composition, answer.typed),
  };
}

// One that was taken out again is kept as empty: left out, it would be found in the draft again.
function withReason(composition: Composition, reason: string): Composition {
  const isNone = reason === '' && composition.reason === undefined;
  return isNone ? composition : { ...composition, reason };
}
