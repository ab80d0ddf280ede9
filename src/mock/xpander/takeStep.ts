import { isTerminal, type Node, type TaskRun, type Wire } from './model.ts';
import { endSegment, isResident, startProcess } from './residentProcess.ts';
import { selfSchedule } from './selfSchedule.ts';
import { setStatus } from './setStatus.ts';
import type { World } from './world.ts';
import { newTask } from './newTask.ts';
import { textInput } from './taskInput.ts';
import { firstNode, inputText, nodeAfter, nodeOf } from './nodeAfter.ts';

/** How long a task waits until a worker starts it. Milliseconds. */
export const pickUpMs = 2_000;

/** Does the next step of a task; the clock must be at the step's time. */
export function takeStep(world: World, task: TaskRun): void {
  const { next } = task;
  task.next = null;
  switch (next?.kind) {
    case 'start':
      setStatus(world, task, 'executing');
      continueRun(world, task);
      return;
    case 'finish':
      finish(world, task);
      return;
    case 'node':
      task.cursor = next.node;
      continueRun(world, task);
      return;
    case 'resume':
      resumeAt(world, task, next.node);
      return;
    case 'segment':
      endSegment(world, task, stepMsOf(world, task));
      return;
    case 'child':
    case undefined:
      return;
  }
}

/** Continues after the cursor: with the next node, or with the work of an agent's task. */
export function continueRun(world: World, task: TaskRun): void {
  const agent = world.store.findAgent(task.agent);
  if (agent === undefined) return;
  const now = world.clock.now();
  task.updatedAt = now;
  if (isResident(agent)) {
    startProcess(world, task, agent.behaviour.stepMs);
    return;
  }
  if (agent.nodes.length === 0) {
    task.next = { kind: 'finish', at: now + agent.behaviour.stepMs };
    return;
  }
  const cursor = nodeOf(agent, task.cursor);
  const node = cursor === undefined ? firstNode(agent) : nodeAfter(agent, cursor, task);
  if (node === undefined) finish(world, task);
  else enter(world, task, node);
}

/** Resumes a run at a node, whatever its condition. */
function resumeAt(world: World, task: TaskRun, id: string): void {
  const agent = world.store.findAgent(task.agent);
  const node = agent === undefined ? undefined : nodeOf(agent, id);
  setStatus(world, task, 'executing');
  if (node === undefined) return;
  task.more['payload_extension'] = {
    ...(task.more['payload_extension'] as Wire | null),
    workflow_next_node: id,
  };
  enter(world, task, node);
}

function stepMsOf({ store }: World, task: TaskRun): number {
  return store.findAgent(task.agent)?.behaviour.stepMs ?? 0;
}

function enter(world: World, task: TaskRun, node: Node): void {
  const { store, clock } = world;
  const asset = node.definition['asset_id'];
  if (node.type === 'wait') {
    setStatus(world, task, 'paused');
    task.waitNode = node.id;
  } else if (node.type === 'self_schedule') {
    if (selfSchedule(world, task, node)) return;
    task.cursor = node.id;
    continueRun(world, task);
  } else if (typeof asset === 'string' && store.findAgent(asset) !== undefined) {
    const child = startChild(world, task, asset, node.name);
    task.next = { kind: 'child', child: child.id, node: node.id };
  } else {
    task.next = { kind: 'node', at: clock.now() + stepMsOf(world, task), node: node.id };
  }
}

function startChild(world: World, parent: TaskRun, agent: string, name: string): TaskRun {
  const { store, clock, random } = world;
  const now = clock.now();
  const child = newTask({
    id: random.uuid(),
    agent,
    at: now,
    input: textInput(inputText(parent)),
    title: name,
    parent: parent.id,
    triggeringAgent: parent.agent,
    isWorkflow: store.findAgent(agent)?.type === 'orchestration',
    more: { source: 'orchestration' },
  });
  child.next = { kind: 'start', at: now + pickUpMs };
  store.addTask(child);
  parent.children.push(child.id);
  return child;
}

/** The worker's last save overwrites any other change. */
function finish(world: World, task: TaskRun): void {
  const agent = world.store.findAgent(task.agent);
  task.result = agent?.behaviour.result ?? '';
  task.more['used_tools'] = [...(agent?.behaviour.tools ?? [])];
  setStatus(world, task, 'completed');
  notifyParent(world, task);
}

/** Continues a parent that waits for this child, or ends it where the child failed. */
export function notifyParent(world: World, child: TaskRun): void {
  if (child.parent === null || !isTerminal(child.status)) return;
  const parent = world.store.findTask(child.parent);
  if (parent?.next?.kind !== 'child' || parent.next.child !== child.id) return;
  const { node } = parent.next;
  parent.next = null;
  if (child.status === 'completed') {
    parent.cursor = node;
    continueRun(world, parent);
    return;
  }
  parent.result = `The node ${node} ended as ${child.status}: ${child.result ?? 'no reason given'}`;
  setStatus(world, parent, 'error');
  notifyParent(world, parent);
}
