import { newTaskRun, type Mapper } from '../newTaskRun.ts';

/** NOOP: done at once. */
export const noop: Mapper = (planned) => [
  newTaskRun(planned, { status: 'COMPLETED', taskType: 'NOOP' }),
];

/**
 * HTTP, EVENT, KAFKA_PUBLISH: the mock makes no call and assumes the answer 200. With asyncComplete
 * the task stays in progress until an update, as on the real server.
 */
export const external: Mapper = (planned) => {
  const { task } = planned;
  const waits = task.asyncComplete;
  return [
    newTaskRun(planned, {
      status: waits ? 'IN_PROGRESS' : 'COMPLETED',
      taskType: task.type,
      input: waits ? { asyncComplete: true, ...planned.input } : planned.input,
      output:
        task.type === 'HTTP'
          ? { response: { headers: {}, reasonPhrase: 'OK', body: {}, statusCode: 200 } }
          : {},
    }),
  ];
};
