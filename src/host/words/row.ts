import type { TaskState } from '../../domain/task.ts';

/** A tree row as plain data; the view turns it into a TreeItem. */
export interface Row {
  readonly label: string;
  readonly description?: string;
  /** Plain text: VS Code must not render a server's words. */
  readonly tooltip: string;
  readonly icon: Icon;
  readonly expand: 'none' | 'collapsed' | 'expanded';
  /** The words of `contextValue`, which menus match with regular expressions. */
  readonly context: readonly string[];
  readonly command?: { readonly id: string; readonly args: readonly unknown[] };
  /** The label for screen readers. */
  readonly spoken: string;
}

/** A codicon and a theme colour. */
export interface Icon {
  readonly name: string;
  readonly color?: string;
}

export const stateIcons: Readonly<Record<TaskState, Icon>> = {
  waiting: { name: 'bell', color: 'charts.yellow' },
  running: { name: 'play-circle', color: 'charts.blue' },
  succeeded: { name: 'pass', color: 'testing.iconPassed' },
  warned: { name: 'warning', color: 'list.warningForeground' },
  failed: { name: 'error', color: 'testing.iconFailed' },
  cancelled: { name: 'circle-slash', color: 'disabledForeground' },
  unknown: { name: 'question' },
};
