import * as vscode from 'vscode';
import type { Connections } from '../app/connections.ts';
import { setContextKey } from './contextKeys.ts';

/** What the mock server's own bundle offers; loaded only when the demo is asked for. */
export interface MockServer {
  readonly urls: { readonly conductor: string };
  close(): Promise<void>;
}

export interface Demo {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Starts it anew from the same story. */
  reset(): Promise<void>;
  /** Starts it where it ran when the window was closed. */
  resume(): Promise<void>;
  isDemo(connectionId: string): boolean;
  dispose(): void;
}

const demoId = 'demo';
const runningKey = 'demo.running';

export function createDemo(
  connections: Connections,
  memory: vscode.Memento,
  startServer: () => Promise<MockServer>,
): Demo {
  let server: MockServer | undefined;

  async function start(): Promise<void> {
    server ??= await startServer();
    connections.setDemo([
      {
        id: demoId,
        name: 'Demo',
        engine: 'conductor',
        url: server.urls.conductor,
        environment: 'development',
        readOnly: false,
      },
    ]);
    await memory.update(runningKey, true);
    setContextKey('workflowTasks.isDemoRunning', true);
  }

  async function stop(): Promise<void> {
    const running = server;
    server = undefined;
    connections.setDemo([]);
    await memory.update(runningKey, false);
    setContextKey('workflowTasks.isDemoRunning', false);
    await running?.close();
  }

  return {
    start: async () => {
      await start();
      await vscode.commands.executeCommand('workflowTasks.workflows.focus');
    },
    stop,
    reset: async () => {
      await stop();
      await start();
    },
    resume: async () => {
      if (memory.get<boolean>(runningKey) === true) await start();
    },
    isDemo: (id) => id === demoId,
    dispose: () => {
      void server?.close();
    },
  };
}
