import type { Json, JsonObject } from '../json.ts';

/** A registered task definition, with every field that the server of this version prints. */
export interface TaskDef extends JsonObject {
  name: string;
  retryCount: number;
  retryLogic: string;
  retryDelaySeconds: number;
  backoffScaleFactor: number;
  timeoutSeconds: number;
  timeoutPolicy: string;
  responseTimeoutSeconds: number;
  inputTemplate: JsonObject;
}

/** A task of a workflow definition, with every field that the server of this version prints. */
export interface WorkflowTask extends JsonObject {
  name: string;
  taskReferenceName: string;
  type: string;
  inputParameters: JsonObject;
  decisionCases: { [name: string]: WorkflowTask[] };
  defaultCase: WorkflowTask[];
  forkTasks: WorkflowTask[][];
  loopOver: WorkflowTask[];
  joinOn: string[];
  startDelay: number;
  optional: boolean;
  permissive?: boolean;
  asyncComplete: boolean;
  retryCount?: number;
  taskDefinition?: TaskDef;
  loopCondition?: string;
  subWorkflowParam?: JsonObject;
  evaluatorType?: string;
  expression?: string;
  caseValueParam?: string;
  caseExpression?: string;
  dynamicTaskNameParam?: string;
  dynamicForkTasksParam?: string;
  dynamicForkTasksInputParamName?: string;
}

/** A version of a workflow definition, with every field that the server of this version prints. */
export interface WorkflowDef extends JsonObject {
  name: string;
  version: number;
  createTime: number;
  updateTime: number;
  tasks: WorkflowTask[];
  inputParameters: Json[];
  outputParameters: JsonObject;
  variables: JsonObject;
  inputTemplate: JsonObject;
  restartable: boolean;
  timeoutSeconds: number;
  timeoutPolicy: string;
  failureWorkflow?: string;
  ownerEmail?: string;
}

/** Every task of a definition in its written order, parents before children. */
export function allTasks(tasks: readonly WorkflowTask[]): WorkflowTask[] {
  return tasks.flatMap((task) => [task, ...allTasks(childrenOf(task).flat())]);
}

/** The lists of tasks directly under a task: cases, branches, loop body. */
export function childrenOf(task: WorkflowTask): WorkflowTask[][] {
  return [
    ...Object.values(task.decisionCases),
    task.defaultCase,
    ...task.forkTasks,
    task.loopOver,
  ].filter((list) => list.length > 0);
}
