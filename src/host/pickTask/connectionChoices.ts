import type { Connection } from '../../domain/connection.ts';
import type { Choice } from '../ui/listPick.ts';
import { connectionChoiceText } from './choiceText.ts';
import { goTo } from './pickLocation.ts';
import type { Next } from './pickLocation.ts';

export function connectionChoices(connections: readonly Connection[]): readonly Choice<Next>[] {
  if (connections.length > 0) {
    return connections.map((connection) => ({
      ...connectionChoiceText(connection),
      value: goTo({ kind: 'workflows', connection: connection.id }),
    }));
  }
  return [
    {
      label: 'Try the demo',
      icon: 'play',
      detail: 'A mock server on this machine: no account, no network',
      value: { kind: 'command', command: 'workflowTasks.demo.start' },
    },
    {
      label: 'Add a connection…',
      icon: 'add',
      value: { kind: 'command', command: 'workflowTasks.connection.add' },
    },
  ];
}
