import { createRequire } from 'node:module';
import { join } from 'node:path';

// The parts of @io-orkes/conductor-javascript that these suites use. It is installed outside the
// project, so its answers are `unknown` until they are checked.

type Answer = Promise<unknown>;
type Fields = Readonly<Record<string, unknown>>;

export interface WorkflowExecutor {
  search(start: number, size: number, query: string, freeText: string, sort?: string): Answer;
  getExecution(id: string): Answer;
  getWorkflow(id: string, includeTasks: boolean): Answer;
  getWorkflowStatus(id: string, includeOutput: boolean, includeVariables: boolean): Answer;
  startWorkflow(request: Fields): Answer;
  updateTask(task: string, workflow: string, status: string, output: Fields): Answer;
  updateTaskByRefName(ref: string, workflow: string, status: string, output: Fields): Answer;
  updateTaskSync(
    ref: string,
    workflow: string,
    status: string,
    output: Fields,
    worker?: string,
  ): Answer;
  signal(workflow: string, status: string, output: Fields): Answer;
  signalAsync(workflow: string, status: string, output: Fields): Answer;
  pause(id: string): Answer;
  resume(id: string): Answer;
  retry(id: string, resumeSubworkflowTasks: boolean): Answer;
  restart(id: string, useLatestDefinitions: boolean): Answer;
  terminate(id: string, reason: string): Answer;
  reRun(id: string, request: Fields): Answer;
  skipTasksFromWorkflow(id: string, ref: string, request: Fields): Answer;
  getByCorrelationIds(request: Fields, includeClosed: boolean, includeTasks: boolean): Answer;
  updateVariables(id: string, variables: Fields): Answer;
  updateState(id: string, request: Fields, requestId: string): Answer;
}

export interface HumanExecutor {
  search(search: Fields): Answer;
  getTaskById(id: string): Answer;
  claimTaskAsConductorUser(id: string, options?: Fields): Answer;
  claimTaskAsExternalUser(id: string, user: string, options?: Fields): Answer;
  releaseTask(id: string): Answer;
  updateTaskOutput(id: string, output: Fields): Answer;
  completeTask(id: string, output: Fields): Answer;
}

export interface AgentClient {
  status(id: string): Answer;
  respond(id: string, output: Fields): Answer;
}

export interface TaskClient {
  search(start: number, size: number, sort: string, freeText: string, query: string): Answer;
  getTask(id: string): Answer;
  updateTaskResult(workflow: string, ref: string, status: string, output: Fields): Answer;
  updateTaskSync(
    workflow: string,
    ref: string,
    status: string,
    output: Fields,
    worker?: string,
  ): Answer;
  addTaskLog(id: string, message: string): Answer;
  getTaskLogs(id: string): Answer;
  getQueueSizeForTask(types: readonly string[]): Answer;
  getTaskPollData(type: string): Answer;
}

export interface MetadataClient {
  getAllWorkflowDefs(): Answer;
  getWorkflowDef(name: string, version: number): Answer;
  getAllTaskDefs(): Answer;
  getTask(name: string): Answer;
}

/** The clients of one server, created as in the SDK's documentation. */
export interface ConductorSdk {
  readonly executor: WorkflowExecutor;
  readonly tasks: TaskClient;
  readonly metadata: MetadataClient;
  readonly human: HumanExecutor;
  readonly agents: AgentClient;
}

interface Module {
  createConductorClient(config: Fields): Promise<unknown>;
  readonly WorkflowExecutor: new (client: unknown) => WorkflowExecutor;
  readonly TaskClient: new (client: unknown) => TaskClient;
  readonly MetadataClient: new (client: unknown) => MetadataClient;
  readonly HumanExecutor: new (client: unknown) => HumanExecutor;
  readonly OrkesAgentClient: new (client: unknown) => AgentClient;
}

/** @param folder where the SDK is installed */
export async function conductorSdk(folder: string, config: Fields): Promise<ConductorSdk> {
  const load = createRequire(join(folder, 'package.json'));
  const sdk = load('@io-orkes/conductor-javascript') as Module;
  const client = await sdk.createConductorClient(config);
  return {
    executor: new sdk.WorkflowExecutor(client),
    tasks: new sdk.TaskClient(client),
    metadata: new sdk.MetadataClient(client),
    human: new sdk.HumanExecutor(client),
    agents: new sdk.OrkesAgentClient(client),
  };
}
