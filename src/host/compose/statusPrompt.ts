import type { Composition } from './composition.ts';
import { fieldsPrompt } from './fieldsPrompt.ts';
import { listPick } from '../ui/listPick.ts';
import type { WizardStep, Prompted } from './wizardStep.ts';
import { promptTitle } from './promptTitle.ts';
import { isActiveRow, statusRows } from './statusRows.ts';
import type { StatusAction } from './statusRows.ts';

/** Prompts for the status, and on request for the engine's own fields. */
export async function statusPrompt(step: WizardStep): Promise<Prompted> {
  const { task, position } = step;
  let { composition } = step;
  for (;;) {
    const choices = statusRows(task, composition);
    const standing = composition;
    const picked = await listPick({
      title: promptTitle(task),
      placeholder: `${task.status} → ?`,
      canGoBack: step.canGoBack,
      ...(position === undefined ? {} : { position }),
      load: async () => ({ choices }),
      isActive: (action) => isActiveRow(action, standing),
    });
    if (picked.kind !== 'picked') return { kind: picked.kind, composition };
    if (picked.value.kind !== 'fields') {
      return { kind: 'next', composition: withStatus(composition, picked.value) };
    }
    const answer = await fieldsPrompt({ ...step, composition });
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
