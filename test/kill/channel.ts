import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TaskRef } from '../../src/domain/task.ts';

/** A task to send to, and what is typed for it. */
export interface TypedTask {
  readonly ref: TaskRef;
  readonly taskName: string;
  /** The output as JSON; no other task has the same. */
  readonly text: string;
}

/** What the extension beside ours is told to do in the extension host. */
export interface Order {
  readonly kind: 'documents' | 'list';
  readonly connectionName: string;
  readonly tasks: readonly TypedTask[];
}

/** What it reports: the text of a task was saved, or the sending of a task or list has ended. */
export interface Report {
  readonly kind: 'saved' | 'ended' | 'failed';
  /** The task's id; for a list the sending of all ends at once. */
  readonly task?: string;
  readonly message?: string;
}

/** The variable in which the extension finds the address of the channel. */
export const channelVariable = 'WORKFLOW_TASKS_KILL';

/** The wire between the runner, which lives on, and the extension in the host that is killed. */
export interface Channel {
  readonly url: string;
  /** True while the extension waits for an order. */
  isReady(): boolean;
  give(order: Order): void;
  /** Called with each report. */
  onReport: (report: Report) => void;
  close(): Promise<void>;
}

export async function openChannel(): Promise<Channel> {
  let give: ((order: Order) => void) | undefined;
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    channel.onReport(JSON.parse(await text(request)) as Report);
    response.end();
  };
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      // The host may have died in the middle of a report.
      take(request, response).catch(() => response.destroy());
      return;
    }
    const mine = (order: Order) => void response.end(JSON.stringify(order));
    give = mine;
    response.once('close', () => {
      if (give === mine) give = undefined;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const channel: Channel = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    isReady: () => give !== undefined,
    give: (order) => {
      if (give === undefined) throw new Error('Nobody waits for an order.');
      give(order);
      give = undefined;
    },
    onReport: () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return channel;
}
