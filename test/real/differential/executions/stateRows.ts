import { begin, startAgain, task, type Row } from '../row.ts';

/** Each action on an execution, which gives the state to compare as `id`. */
const actions: readonly ((id: string) => Row)[] = [
  (id) => ({ send: `PUT /workflow/{${id}}/pause` }),
  (id) => ({ send: `PUT /workflow/{${id}}/resume` }),
  (id) => ({ send: `DELETE /workflow/{${id}}?reason=stop` }),
  (id) => ({ send: `POST /workflow/{${id}}/retry` }),
  (id) => ({ send: `POST /workflow/{${id}}/retry?resumeSubworkflowTasks=true` }),
  (id) => ({ send: `POST /workflow/{${id}}/restart` }),
  (id) => ({ send: `POST /workflow/{${id}}/restart?useLatestDefinitions=true` }),
  (id) => ({ send: `POST /workflow/{${id}}/rerun`, body: {} }),
  (id) => ({ send: `POST /workflow/{${id}}/rerun`, body: { workflowInput: { again: 1 } } }),
  (id) => ({ send: `PUT /workflow/{${id}}/skiptask/last` }),
  (id) => ({ send: `PUT /workflow/{${id}}/skiptask/h` }),
  (id) => ({ send: `POST /workflow/{${id}}/resetcallbacks` }),
  (id) => ({ send: `PUT /workflow/decide/{${id}}` }),
  (id) => ({ send: `DELETE /workflow/{${id}}/remove` }),
  (id) => ({ send: `DELETE /workflow/{${id}}/remove?archiveWorkflow=false` }),
  (id) => ({ send: `DELETE /workflow/{${id}}/terminate-remove?archiveWorkflow=false` }),
  (id) => ({ send: `POST /tasks/{${id}}/h/COMPLETED`, body: { late: 1 } }),
  (id) => ({ send: `POST /tasks/{${id}}/COMPLETED/signal`, body: { late: 1 }, since: '3.32.0' }),
];

/** What brings a running execution, which stands at `h`, into a status. */
const ways: Readonly<Record<string, (id: string) => readonly Row[]>> = {
  Running: () => [],
  Paused: (id) => [{ send: `PUT /workflow/{${id}}/pause` }],
  Completed: (id) => [
    { send: `POST /tasks/{${id}}/h/COMPLETED`, body: { a: 1 }, state: `{${id}}` },
    { send: `POST /tasks/{${id}}/last/COMPLETED`, body: { b: 1 } },
  ],
  Failed: (id) => [{ send: `POST /tasks/{${id}}/h/FAILED`, body: { a: 1 } }],
  Terminated: (id) => [{ send: `DELETE /workflow/{${id}}?reason=enough` }],
};

const cells = Object.entries(ways).flatMap(([status, way]) =>
  actions.flatMap((action, index) => {
    const id = `in${status}${index}`;
    return [startAgain('states', id), ...way(id), { ...action(id), state: `{${id}}` }];
  }),
);

const timedOut = (index: number) => `inTimedOut${index}`;

/** Every action on an execution in every status. */
export const stateRows: readonly Row[] = [
  ...begin('states', [task('HUMAN', 'h'), task('SIMPLE', 'last')]),
  ...begin('statesTimed', [task('HUMAN', 'h'), task('SIMPLE', 'last')], {
    timeoutSeconds: 1,
    timeoutPolicy: 'TIME_OUT_WF',
  }),
  ...actions.map((_, index) => startAgain('statesTimed', timedOut(index))),
  ...actions.flatMap((action, index) => [
    {
      send: `PUT /workflow/decide/{${timedOut(index)}}`,
      until: 'TIMED_OUT',
      state: `{${timedOut(index)}}`,
    },
    { ...action(timedOut(index)), state: `{${timedOut(index)}}` },
  ]),
  ...cells,
];
