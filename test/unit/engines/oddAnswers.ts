import type { Engine } from '../../../src/domain/engine.ts';
import { cogniteWith, conductorWith, xpanderWith } from './answering.ts';
import {
  children,
  detail,
  earlier,
  executions,
  type List,
  type Shown,
  tasks,
  waiting,
  workflows,
} from './shownLists.ts';

/** The second is whole. */
export const summaries = [
  { workflowId: 'w-1', status: 'RUNNING', version: 1 },
  {
    workflowType: 'orders',
    version: 1,
    workflowId: 'w-2',
    status: 'RUNNING',
    startTime: '2026-01-01T00:00:00.000Z',
  },
  'w-3',
  { workflowType: 'orders', workflowId: 'w-2', status: 'RUNNING' },
];
export const approve = {
  taskId: 't-2',
  referenceTaskName: 'approve',
  workflowInstanceId: 'w-2',
  status: 'IN_PROGRESS',
  taskType: 'HUMAN',
  taskDefName: 'approve',
};
const conductorTasks = [
  { taskId: 't-1', referenceTaskName: null, workflowInstanceId: 'w-2', status: 'COMPLETED' },
  approve,
  { taskId: 't-2', referenceTaskName: 'again', workflowInstanceId: 'w-2', status: 'COMPLETED' },
];
export const conductorExecution = { workflowId: 'w-2', status: 'RUNNING', tasks: conductorTasks };
const oddTasks = ['Task t-1: referenceTaskName is null', 'Task t-2: its id was in the list before'];
const oddExecutions = [
  'Execution w-1: workflowType is missing',
  'Execution 3 of the answer: it is a text',
  'Execution w-2: its id was in the list before',
];

const cdfExecutions = [
  { id: 'e-1', workflowExternalId: 'plant' },
  { id: 'w-2', workflowExternalId: 'plant', status: 'RUNNING' },
];
const cdfDetail = {
  id: 'w-2',
  workflowExternalId: 'plant',
  status: 'RUNNING',
  workflowDefinition: { tasks: [] },
  executedTasks: [
    { externalId: 'weigh', status: 'COMPLETED' },
    {
      id: 't-2',
      externalId: 'sign',
      status: 'IN_PROGRESS',
      taskType: 'function',
      input: { isAsyncComplete: true },
    },
    { id: 't-3', externalId: 'ship', status: 7 },
  ],
};
const cdfOddTasks = ['Task weigh: id is missing', 'Task t-3: status is a number'];

const agents = [{ name: 'no id' }, { id: 'a-1', name: 'Ann' }, null];
const oddAgents = [
  'Workflow 1 of the answer: id is missing',
  'Workflow 3 of the answer: it is null',
];
const listed = [
  { id: 't-1', agent_id: 'a-1' },
  { id: 't-2', agent_id: 'a-1', status: 'paused', title: 'Sign', parent_task_id: 't-0' },
];
const listedOdd = ['Task t-1: status is missing'];
const whole = {
  id: 't-0',
  agent_id: 'a-1',
  status: 'executing',
  sub_executions: ['t-8', 't-8', 't-9', 5],
};

/** What answers, which list is read from it, and what a person sees. */
export const cases: readonly (readonly [string, Engine, List, Shown])[] = [
  [
    'conductor workflows',
    conductorWith({
      '/names-and-versions': {
        orders: [{ name: 'orders', version: 2.0 }, { version: 3 }],
        broken: 7,
        empty: [],
      },
    }),
    workflows,
    {
      rows: ['orders 2'],
      odd: [
        'Workflow 2 of the answer: name is missing',
        'Workflow broken: its versions are no list',
      ],
    },
  ],
  [
    'conductor definitions',
    conductorWith({ '/metadata/workflow': [{ name: 'orders', version: 2 }, 5] }),
    workflows,
    { rows: ['orders 2'], odd: ['Workflow 2 of the answer: it is a number'] },
  ],
  [
    'conductor executions',
    conductorWith({ '/workflow/search': { totalHits: 4, results: summaries } }),
    executions,
    { rows: ['w-2'], odd: oddExecutions },
  ],
  [
    'conductor running executions',
    conductorWith({
      '/workflow/search': { totalHits: 0, results: [] },
      '/names-and-versions': { orders: [{ name: 'orders', version: 1 }, 3] },
      '/workflow/running/orders': ['w-2', null, 'w-9'],
      '/workflow/w-2': { ...conductorExecution, workflowName: 'orders' },
      '/workflow/w-9': { status: 'RUNNING' },
    }),
    executions,
    {
      rows: ['w-2'],
      odd: [
        'Workflow 2 of the answer: it is a number',
        'Execution 2 of the answer: it is null',
        "Execution w-9: The server's answer has an unexpected shape: workflowId is missing.",
      ],
    },
  ],
  [
    'conductor tasks',
    conductorWith({ '/workflow/w-2': conductorExecution }),
    detail,
    { rows: ['approve'], odd: oddTasks },
  ],
  [
    'conductor waiting tasks',
    conductorWith({
      '/workflow/search': { totalHits: 4, results: summaries },
      '/workflow/w-2': conductorExecution,
    }),
    waiting,
    { rows: ['approve'], odd: [...oddExecutions, ...oddTasks] },
  ],
  [
    'conductor earlier outputs',
    conductorWith({
      '/version': '3.32.1',
      '/tasks/t-2': approve,
      '/workflow/w-2': { ...conductorExecution, tasks: [approve] },
      '/tasks/search-v2': {
        results: [
          { taskId: 't-7' },
          {
            ...approve,
            taskId: 't-8',
            workflowInstanceId: 'w-7',
            status: 'COMPLETED',
            outputData: { ok: true },
          },
        ],
      },
    }),
    earlier,
    {
      rows: ['approve of w-7'],
      odd: [
        'Task t-7: referenceTaskName is missing and workflowInstanceId is missing and status is missing',
      ],
    },
  ],
  [
    'cognite workflows',
    cogniteWith({
      '/workflows': { items: [{ externalId: '' }, { externalId: 'plant' }] },
      '/versions/list': { items: [{ workflowExternalId: 'plant', version: 'v1' }, {}] },
    }),
    workflows,
    {
      rows: ['plant v1'],
      odd: [
        'Workflow 1 of the answer: externalId is empty',
        'Version 2 of the answer: workflowExternalId is missing',
      ],
    },
  ],
  [
    'cognite executions',
    cogniteWith({ '/executions/list': { items: cdfExecutions } }),
    executions,
    { rows: ['w-2'], odd: ['Execution e-1: status is missing'] },
  ],
  [
    'cognite tasks',
    cogniteWith({ '/executions/w-2': cdfDetail }),
    detail,
    { rows: ['sign'], odd: cdfOddTasks },
  ],
  [
    'cognite waiting tasks',
    cogniteWith({
      '/executions/list': { items: [...cdfExecutions, { ...cdfExecutions[1], id: 'w-3' }] },
      '/executions/w-2': cdfDetail,
      '/executions/w-3': { id: 'w-3' },
    }),
    waiting,
    {
      rows: ['sign'],
      odd: [
        'Execution e-1: status is missing',
        ...cdfOddTasks,
        "Execution w-3: The server's answer has an unexpected shape: workflowExternalId is missing, status is missing.",
      ],
    },
  ],
  [
    'xpander workflows',
    xpanderWith({ '/agents/list': agents }),
    workflows,
    { rows: ['a-1'], odd: oddAgents },
  ],
  [
    'xpander tasks',
    xpanderWith({ '/history/a-1': listed }),
    tasks,
    { rows: ['Sign'], odd: listedOdd },
  ],
  [
    'xpander tasks in pages',
    xpanderWith({ '/agents/a-1/tasks': { items: listed, total: 2 } }),
    tasks,
    { rows: ['Sign'], odd: listedOdd },
  ],
  [
    'xpander child tasks',
    xpanderWith({
      '/t-0/status': whole,
      '/history/a-1': listed,
      '/t-8/status': { ...whole, id: 't-8' },
      '/t-9/status': { id: 't-9' },
    }),
    children,
    {
      rows: ['Sign', 't-8'],
      odd: [
        ...listedOdd,
        "Task t-9: The server's answer has an unexpected shape: agent_id is missing.",
      ],
    },
  ],
  [
    'xpander waiting tasks',
    xpanderWith({ '/agents/list': agents, '/history/a-1': listed }),
    waiting,
    { rows: ['Sign'], odd: [...oddAgents, ...listedOdd] },
  ],
  [
    'xpander earlier outputs',
    xpanderWith({
      '/t-2/status': { ...whole, id: 't-2' },
      '/history/a-1': [...listed, { id: 't-4', agent_id: 'a-1', status: 'completed', result: 'x' }],
    }),
    earlier,
    { rows: ['t-4'], odd: listedOdd },
  ],
];
