import { workflowChildren } from '../../src/host/trees/workflowChildren.ts';
import type { ChildrenParts } from '../../src/host/trees/workflowChildren.ts';
import type { WorkflowNode } from '../../src/host/trees/workflowNode.ts';
import type { TestMock } from '../support/startMock.ts';
import { createBenchProduct } from './benchProduct.ts';
import type { EngineName } from './benchProduct.ts';
import type { Figure } from './figure.ts';
import { startMockProcess } from './mockProcess.ts';
import { median } from './quantile.ts';

const few = 1_000;
const many = 1_000_000;
const warmUps = 10;
const rounds = 60;

/**
 * How long the tree takes from nothing to the first page of a workflow's executions, with a
 * million of them in the server against a thousand. Two mocks, one after the other in each round.
 * Both make an execution at the moment when somebody asks for it, so that a million fit.
 */
export async function firstPage(name: EngineName): Promise<Figure> {
  const small = await startMockProcess(String(few));
  const large = await startMockProcess(String(many));
  try {
    const times: { readonly small: number; readonly large: number }[] = [];
    for (let round = 0; round < warmUps + rounds; round++) {
      times.push({ small: await open(small, name), large: await open(large, name) });
    }
    const counted = times.slice(warmUps);
    const ofSmall = median(counted.map((time) => time.small));
    const ofLarge = median(counted.map((time) => time.large));
    return {
      what: `first page of the tree, ${many} executions against ${few}, ${name}`,
      figure: ofLarge / ofSmall,
      limit: 1.2,
      bound: 'most',
      note: `${ofLarge.toFixed(1)} ms against ${ofSmall.toFixed(1)} ms`,
    };
  } finally {
    await small.close();
    await large.close();
  }
}

async function open(mock: TestMock, name: EngineName): Promise<number> {
  // No update is sent, so nothing is ever written to the journal's folder.
  const { connections, store } = createBenchProduct(mock, 'never written');
  const deps: ChildrenParts = {
    store,
    connections: () => connections.list().filter(({ id }) => id === name),
    problems: () => [],
    filter: () => ({}),
  };
  const started = performance.now();
  const connection = firstOf(await workflowChildren(undefined, deps), 'connection');
  const workflow = firstOf(await workflowChildren(connection, deps), 'workflow');
  const rows = await workflowChildren(workflow, deps);
  const ms = performance.now() - started;
  if (!rows.some(({ kind }) => kind === 'execution' || kind === 'task')) {
    throw new Error(`The first workflow shows ${JSON.stringify(rows[0])}.`);
  }
  return ms;
}

function firstOf(rows: readonly WorkflowNode[], kind: WorkflowNode['kind']): WorkflowNode {
  const found = rows.find((row) => row.kind === kind);
  if (found === undefined) throw new Error(`There is no ${kind}: ${JSON.stringify(rows[0])}`);
  return found;
}
