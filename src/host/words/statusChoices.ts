import type { StatusOption, UpdateOptions } from '../../domain/taskUpdate.ts';

/** The statuses that can be set, and the unavailable ones with their reasons. */
export interface StatusChoices {
  readonly legal: readonly StatusOption[];
  readonly unavailable: readonly (StatusOption & { readonly unavailable: string })[];
}

export function statusChoices(options: UpdateOptions): StatusChoices {
  const legal: StatusOption[] = [];
  const unavailable: (StatusOption & { readonly unavailable: string })[] = [];
  for (const option of options.statuses) {
    const reason = options.unavailable ?? option.unavailable;
    if (reason === undefined) legal.push(option);
    else unavailable.push({ ...option, unavailable: reason });
  }
  return { legal, unavailable };
}

const roleIcons = { complete: 'check', fail: 'x', save: 'save' } as const;

export function statusIcon(option: StatusOption): string {
  return option.role === undefined ? 'arrow-right' : roleIcons[option.role];
}

/** Does the status call for a reason? It does unless the task succeeds or stays open. */
export function wantsReason(options: UpdateOptions, status: string | undefined): boolean {
  if (options.reasonLimit === undefined || status === undefined) return false;
  const role = options.statuses.find((option) => option.status === status)?.role;
  return role !== 'complete' && role !== 'save';
}

/** The engine's word for a task's output: xpander.ai calls it a result. */
export function outputWord({ output }: UpdateOptions): 'Output' | 'Result' {
  return output?.kind === 'text' ? 'Result' : 'Output';
}

/** The label of the button that sends a status: "Complete Task", "Fail Task", "Set CANCELED". */
export function statusVerb(options: UpdateOptions, status: string | undefined): string {
  const role = options.statuses.find((option) => option.status === status)?.role;
  if (role === 'complete') return 'Complete Task';
  if (role === 'fail') return 'Fail Task';
  if (role === 'save' || status === undefined) return `Save ${outputWord(options)}`;
  return `Set ${status}`;
}
