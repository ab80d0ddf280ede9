import type { StatusOption, UpdateOptions } from '../../domain/update.ts';

/** The statuses to choose from; those that cannot be set just now come last, with the reason. */
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

/** The codicon of a status that can be picked. */
export function statusIcon(option: StatusOption): string {
  return option.role === undefined ? 'arrow-right' : roleIcons[option.role];
}

/** Does the status call for a reason? Where a task neither ends well nor stays open. */
export function wantsReason(options: UpdateOptions, status: string | undefined): boolean {
  if (options.reasonLimit === undefined || status === undefined) return false;
  const role = options.statuses.find((option) => option.status === status)?.role;
  return role !== 'complete' && role !== 'save';
}

/** What people of the engine call what a task hands in. */
export function outputWord({ output }: UpdateOptions): 'Output' | 'Result' {
  return output?.kind === 'text' ? 'Result' : 'Output';
}

/** What the button that sends a status is called: "Complete Task", "Fail Task", "Set CANCELED". */
export function statusVerb(options: UpdateOptions, status: string | undefined): string {
  const role = options.statuses.find((option) => option.status === status)?.role;
  if (role === 'complete') return 'Complete Task';
  if (role === 'fail') return 'Fail Task';
  if (role === 'save' || status === undefined) return `Save ${outputWord(options)}`;
  return `Set ${status}`;
}
