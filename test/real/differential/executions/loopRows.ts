import { begin, task, type Row } from '../row.ts';

const twice = "if ($.loop['iteration'] < 2) { true; } else { false; }";

/** DO_WHILE: names, iterations, outputs. */
export const loopRows: readonly Row[] = [
  ...begin(
    'loop',
    [
      task('DO_WHILE', 'loop', {
        loopCondition: twice,
        loopOver: [
          task('HUMAN', 'lh'),
          task('SIMPLE', 'ls', { inputParameters: { i: '${lh.output.i}' } }),
        ],
      }),
      task('HUMAN', 'end', {
        inputParameters: { last: '${lh.output.i}', n: '${loop.output.iteration}' },
      }),
    ],
    { outputParameters: { second: '${lh__2.output}', loop: '${loop.output}' } },
  ),
  { send: 'POST /tasks/{loop}/lh/COMPLETED', body: { i: 1 }, state: '{loop}' },
  { send: 'POST /tasks/{loop}/lh/COMPLETED', body: { i: 1 }, state: '{loop}' },
  { send: 'POST /tasks/{loop}/ls__1/COMPLETED', body: { s: 1 }, state: '{loop}' },
  { send: 'POST /tasks/{loop}/lh__2/IN_PROGRESS', body: { draft: 1 }, state: '{loop}' },
  { send: 'POST /tasks/{loop}/lh/COMPLETED', body: { i: 2 }, state: '{loop}' },
  { send: 'POST /tasks/{loop}/ls/COMPLETED', body: { s: 2 }, state: '{loop}' },
  { send: 'POST /tasks/{loop}/end/COMPLETED', body: {}, state: '{loop}' },
  ...begin('loopFails', [
    task('DO_WHILE', 'loop', { loopCondition: twice, loopOver: [task('HUMAN', 'lh')] }),
  ]),
  { send: 'POST /tasks/{loopFails}/lh/FAILED', body: {}, state: '{loopFails}' },
  ...begin('loopSwitch', [
    task('DO_WHILE', 'loop', {
      loopCondition: '$.loop.iteration < 2',
      loopOver: [
        task('SWITCH', 'sw', {
          evaluatorType: 'value-param',
          expression: 'k',
          inputParameters: { k: 'a' },
          decisionCases: { a: [task('HUMAN', 'ha')] },
        }),
        task('HUMAN', 'hb'),
      ],
    }),
  ]),
  { send: 'POST /tasks/{loopSwitch}/ha/COMPLETED', body: { v: 1 }, state: '{loopSwitch}' },
  { send: 'POST /tasks/{loopSwitch}/hb/COMPLETED', body: { v: 2 }, state: '{loopSwitch}' },
  { send: 'POST /tasks/{loopSwitch}/ha/COMPLETED', body: { v: 3 }, state: '{loopSwitch}' },
  { send: 'POST /tasks/{loopSwitch}/hb/COMPLETED', body: { v: 4 }, state: '{loopSwitch}' },
  ...begin('loopFork', [
    task('DO_WHILE', 'loop', {
      loopCondition: '$.loop.iteration < 2',
      loopOver: [
        task('FORK_JOIN', 'f', { forkTasks: [[task('HUMAN', 'a')], [task('HUMAN', 'b')]] }),
        task('JOIN', 'j', { joinOn: ['a', 'b'] }),
      ],
    }),
  ]),
  {
    send: 'POST /tasks/{loopFork}/a/COMPLETED',
    body: { v: 1 },
    state: '{loopFork}',
    patient: true,
  },
  {
    send: 'POST /tasks/{loopFork}/b/COMPLETED',
    body: { v: 2 },
    state: '{loopFork}',
    patient: true,
  },
];
