import * as vscode from 'vscode';
import { lazy } from '../app/lazy.ts';
import type { Connections } from '../app/connections.ts';
import type { Connection } from '../domain/connection.ts';
import type { CommandId } from './manifest.generated.ts';
import { setContextKey } from './ui/setContextKey.ts';
import type { Handler } from './ui/handler.ts';

/** The engines that the mock server speaks. */
type DemoEngine = 'conductor' | 'cognite' | 'xpander';

/** The export of the mock server's bundle, which is loaded when the demo starts. */
export interface MockServer {
  readonly urls: Readonly<Record<DemoEngine, string>>;
  close(): Promise<void>;
}

export type Demo = ReturnType<typeof createDemo>;

// The ids of connections in the settings hold no colon, so they cannot clash with this.
const demoPrefix = 'demo:';
const runningKey = 'demo.running';

export function isDemo(connectionId: string): boolean {
  return connectionId.startsWith(demoPrefix);
}

/** The secret of the demo's connections. It is accepted by the mock server only. */
export const demoSecret = 'demo';

function demoConnections(urls: MockServer['urls']): readonly Connection[] {
  const rows: readonly (readonly [DemoEngine, string, Connection['details']])[] = [
    ['conductor', 'Demo: Conductor', {}],
    ['cognite', 'Demo: Cognite', { project: 'demo', signIn: 'token' }],
    ['xpander', 'Demo: xpander.ai', {}],
  ];
  return rows.map(([engine, name, details]) => ({
    id: demoPrefix + engine,
    name,
    engine,
    url: urls[engine],
    environment: 'development',
    readOnly: false,
    details,
  }));
}

export function createDemo(
  connections: Connections,
  memory: vscode.Memento,
  startServer: () => Promise<MockServer>,
) {
  let server = lazy(startServer);

  async function start(): Promise<void> {
    const starting = server;
    const { urls } = await starting.get();
    // The demo was stopped meanwhile.
    if (starting !== server) return;
    connections.setDemo(demoConnections(urls));
    await memory.update(runningKey, true);
    setContextKey('workflowTasks.isDemoRunning', true);
  }

  async function stop(): Promise<void> {
    const running = server;
    server = lazy(startServer);
    connections.setDemo([]);
    await memory.update(runningKey, false);
    setContextKey('workflowTasks.isDemoRunning', false);
    await running.ifMade(({ close }) => close());
  }

  return {
    commands: {
      'workflowTasks.demo.start': async () => {
        await start();
        await vscode.commands.executeCommand('workflowTasks.workflows.focus');
      },
      'workflowTasks.demo.stop': stop,
      // Starts again, from the initial story.
      'workflowTasks.demo.reset': async () => {
        await stop();
        await start();
      },
    } satisfies Partial<Record<CommandId, Handler>>,
    /** Starts the demo again if it ran when the window was closed. */
    resume: async () => {
      if (memory.get<boolean>(runningKey) === true) await start();
    },
    dispose: () => {
      void server.ifMade(({ close }) => close());
    },
  };
}
