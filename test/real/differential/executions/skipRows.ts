import { begin, task, type Row } from '../row.ts';

const skip = (id: string, ref: string, query = ''): Row => ({
  send: `PUT /workflow/{${id}}/skiptask/${ref}${query}`,
  state: `{${id}}`,
});
const complete = (id: string, ref: string): Row => ({
  send: `POST /tasks/{${id}}/${ref}/COMPLETED`,
  body: { done: ref },
  state: `{${id}}`,
});
const row = ['a', 'b', 'c', 'd'].map((ref) => task('HUMAN', ref));

/** Skipping tasks in a row, in a branch, in a case; with an input and an output. */
export const skipRows: readonly Row[] = [
  ...begin('skipTwo', row),
  skip('skipTwo', 'b'),
  skip('skipTwo', 'c'),
  skip('skipTwo', 'b'),
  complete('skipTwo', 'a'),
  complete('skipTwo', 'd'),
  ...begin('skipLast', row.slice(0, 2)),
  skip('skipLast', 'b', '?taskOutput[x]=1&taskInput[y]=2'),
  complete('skipLast', 'a'),
  ...begin('skipQuery', row),
  skip('skipQuery', 'b', '?taskInput=%7B%22a%22%3A1%7D'),
  skip('skipQuery', 'b', '?taskOutput=x'),
  { ...skip('skipQuery', 'b'), body: { taskInput: { a: 1 }, taskOutput: { b: 1 } } },
  ...begin('skipFork', [
    task('FORK_JOIN', 'f', { forkTasks: [[task('HUMAN', 'l1'), task('HUMAN', 'l2')], [row[3]]] }),
    task('JOIN', 'j', { joinOn: ['l2', 'd'] }),
    task('HUMAN', 'end'),
  ]),
  skip('skipFork', 'l2'),
  complete('skipFork', 'l1'),
  complete('skipFork', 'd'),
  { send: 'PUT /workflow/decide/{skipFork}', state: '{skipFork}' },
  ...begin('skipCase', [
    task('SWITCH', 's', {
      evaluatorType: 'value-param',
      expression: 'k',
      inputParameters: { k: 'one' },
      decisionCases: { one: [task('HUMAN', 'i1'), task('HUMAN', 'i2')] },
    }),
    task('HUMAN', 'out'),
  ]),
  skip('skipCase', 'i2'),
  complete('skipCase', 'i1'),
  { send: 'PUT /workflow/decide/{skipCase}', state: '{skipCase}' },
  ...begin('skipLoop', [
    task('DO_WHILE', 'loop', {
      loopCondition: '$.loop.iteration < 2',
      loopOver: [task('HUMAN', 'x'), task('HUMAN', 'y')],
    }),
    task('HUMAN', 'out'),
  ]),
  skip('skipLoop', 'y__1'),
  skip('skipLoop', 'out'),
  ...begin('skipSub', [
    row[0],
    task('SUB_WORKFLOW', 'sub', { subWorkflowParam: { name: '{n}_skipTwo', version: 1 } }),
    row[1],
  ]),
  skip('skipSub', 'sub'),
  complete('skipSub', 'a'),
  { send: 'POST /tasks/{skipSub}/b/FAILED', body: {}, state: '{skipSub}' },
];
