type Flow = readonly object[];

function task(type: string, reference: string, more: object = {}): object {
  return { name: reference, taskReferenceName: reference, type, inputParameters: {}, ...more };
}

const work = (reference: string, more: object = {}) =>
  task('SIMPLE', reference, { name: 'work', ...more });

/** Workflows with tasks that wait for people, for workers and for time. */
export const conductorFlows: readonly Flow[] = [
  [task('HUMAN', 'review'), task('HUMAN', 'approve')],
  [work('first'), task('HUMAN', 'after')],
  [work('maybe', { optional: true }), task('HUMAN', 'then')],
  [task('WAIT', 'pause', { inputParameters: { duration: '40 seconds' } }), task('HUMAN', 'late')],
  [
    {
      ...task('FORK_JOIN', 'both'),
      forkTasks: [[task('HUMAN', 'left')], [work('right')]],
    },
    { ...task('JOIN', 'joined'), joinOn: ['left', 'right'] },
    task('HUMAN', 'end'),
  ],
];
