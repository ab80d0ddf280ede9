import type { TaskState } from '../../domain/task.ts';

/** A codicon's name and the theme colour it is drawn in. */
export interface Look {
  readonly icon: string;
  readonly color?: string;
}

const looks: Record<TaskState, Look> = {
  waiting: { icon: 'watch', color: 'charts.yellow' },
  running: { icon: 'play-circle', color: 'charts.blue' },
  succeeded: { icon: 'pass', color: 'testing.iconPassed' },
  warned: { icon: 'warning', color: 'list.warningForeground' },
  failed: { icon: 'error', color: 'testing.iconFailed' },
  cancelled: { icon: 'circle-slash', color: 'testing.iconSkipped' },
  unknown: { icon: 'question' },
};

/** How a state looks wherever it is shown. */
export function stateLook(state: TaskState): Look {
  return looks[state];
}
