import type { Engine } from '../../../domain/engine.ts';
import type { Send } from '../../../http/httpRequest.ts';
import type { Capabilities } from '../connection/capabilities.ts';
import { toTask } from '../toDomain/toTask.ts';
import { getWorkflow } from '../wire/endpoints.ts';
import type { Deadlines } from './deadlines.ts';
import { readDetail } from './readDetail.ts';
import { readRecord } from './readRecord.ts';

interface ReadersParts {
  readonly send: Send;
  /** The connection's id. */
  readonly connection: string;
  readonly capabilities: (signal: AbortSignal) => Promise<Capabilities>;
  readonly deadlines: Deadlines;
}

/** Reading one execution and one task. What an execution tells of its tasks is kept for both. */
export function createReaders({ send, connection, capabilities, deadlines }: ReadersParts): {
  readonly readExecution: NonNullable<Engine['readExecution']>;
  readonly readTask: Engine['readTask'];
} {
  /**
   * Ids of open tasks whose reference name is not unique. Only reading an execution reveals them.
   */
  const tasksSharingName = new Set<string>();
  return {
    readExecution: async (id, signal) => {
      const [record, { canCancel }] = await Promise.all([
        send(getWorkflow(id, true), signal),
        capabilities(signal),
      ]);
      deadlines.note(record);
      const isOverdue = deadlines.isOverdue(id);
      return readDetail(record, { connection, canCancel, isOverdue }, tasksSharingName);
    },
    readTask: async (ref, signal) => {
      const [record, { canCancel }] = await Promise.all([
        readRecord(send, ref, signal),
        capabilities(signal),
      ]);
      if (record === undefined) return undefined;
      const sharesName = tasksSharingName.has(record.taskId);
      const isOverdue = deadlines.isOverdue(record.workflowInstanceId);
      return toTask(record, { connection, canCancel, sharesName, isOverdue });
    },
  };
}
