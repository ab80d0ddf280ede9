import { isJsonObject, type JsonObject } from '../../../domain/json.ts';
import type { SnippetSource } from '../../../domain/snippet.ts';
import { jsonBody } from '../../snippet.ts';
import { conductorBaseUrl } from '../connection/conductorBaseUrl.ts';
import { keyIdOf } from '../connection/keyIdOf.ts';

/** The request of an update in the terms of the SDKs. */
export type Call = {
  /** Ends in /api, as all SDKs require. */
  readonly server: string;
  /** True on Orkes: the SDK exchanges the key and its secret for a token. */
  readonly hasKey: boolean;
  readonly output: JsonObject;
} & (
  | { readonly kind: 'byId'; readonly result: TaskResult }
  | {
      readonly kind: 'byName';
      /** True where the answer is the workflow, and 404 where no such task is pending. */
      readonly isSync: boolean;
      readonly execution: string;
      readonly name: string;
      readonly status: string;
      readonly worker: string | undefined;
    }
);

/** The body that `updateById` sends, without its output. */
export interface TaskResult {
  readonly workflowInstanceId: string;
  readonly taskId: string;
  readonly status: string;
  readonly reasonForIncompletion: string | undefined;
  readonly callbackAfterSeconds: number | undefined;
  readonly workerId: string | undefined;
  readonly subWorkflowId: string | undefined;
  readonly logs: readonly { readonly log: string; readonly createdTime: number }[];
}

/** The environment variables from which every SDK reads its credentials. */
export function readsOf({ hasKey }: Call): readonly string[] {
  return hasKey ? ['CONDUCTOR_AUTH_KEY', 'CONDUCTOR_AUTH_SECRET'] : [];
}

// TaskResultStatus of the SDKs. They do not know CANCELED, which servers accept since 3.32.
const statuses = ['IN_PROGRESS', 'COMPLETED', 'FAILED', 'FAILED_WITH_TERMINAL_ERROR'];

/** Undefined where the SDKs have no call for the request. */
export function callOf({ connection, request }: SnippetSource): Call | undefined {
  const server = conductorBaseUrl(connection.url);
  const body = jsonBody(request);
  if (!request.url.startsWith(`${server}/tasks`) || body === undefined) return undefined;
  const { pathname, searchParams } = new URL(request.url);
  const rest = pathname.slice(`${new URL(server).pathname}/tasks/`.length);
  const [execution = '', name, status = '', sync] = rest.split('/').map(decodeURIComponent);
  const common = { server, hasKey: keyIdOf(connection) !== undefined };
  if (name === undefined) return byId(common, body);
  if (!statuses.includes(status)) return undefined;
  return {
    ...common,
    kind: 'byName',
    isSync: sync === 'sync',
    execution,
    name,
    status,
    worker: searchParams.get('workerid') ?? undefined,
    output: body,
  };
}

function byId(common: Pick<Call, 'server' | 'hasKey'>, body: JsonObject): Call | undefined {
  const { outputData, callbackAfterSeconds = 0 } = body;
  const result = resultOf(body);
  // The SDKs take only a whole number here.
  if (!statuses.includes(result.status) || !Number.isSafeInteger(callbackAfterSeconds)) {
    return undefined;
  }
  return { ...common, kind: 'byId', result, output: isJsonObject(outputData) ? outputData : {} };
}

function resultOf(body: JsonObject): TaskResult {
  const text = (key: string) => (typeof body[key] === 'string' ? body[key] : undefined);
  const { callbackAfterSeconds: callback, logs } = body;
  return {
    workflowInstanceId: text('workflowInstanceId') ?? '',
    taskId: text('taskId') ?? '',
    status: text('status') ?? '',
    reasonForIncompletion: text('reasonForIncompletion'),
    callbackAfterSeconds: typeof callback === 'number' ? callback : undefined,
    workerId: text('workerId'),
    subWorkflowId: text('subWorkflowId'),
    logs: (Array.isArray(logs) ? logs : []).flatMap(({ log, createdTime }: JsonObject) =>
      typeof log === 'string' && typeof createdTime === 'number' ? [{ log, createdTime }] : [],
    ),
  };
}
