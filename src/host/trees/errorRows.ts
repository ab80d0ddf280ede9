import { errorText } from '../words/errorText.ts';
import type { Remedy } from '../words/errorText.ts';
import type { MessageNode, WorkflowNode } from './workflowNode.ts';

const actionsOf: Readonly<Record<Remedy, { readonly text: string; readonly command: string }>> = {
  retry: { text: 'Try again', command: 'workflowTasks.view.refresh' },
  signIn: { text: 'Sign in…', command: 'workflowTasks.connection.signIn' },
  editConnection: { text: 'Edit connection…', command: 'workflowTasks.connection.edit' },
  showLog: { text: 'Show log', command: 'workflowTasks.log.show' },
};

/** An error as rows: its sentence, and below it the remedies. */
export function errorRows(
  parent: WorkflowNode | undefined,
  error: unknown,
): readonly MessageNode[] {
  const id = parent?.id ?? 'top';
  const { text, remedies } = errorText(error);
  const sentence: MessageNode = { kind: 'message', id: `${id}/error`, severity: 'error', text };
  const actions = remedies.map((remedy): MessageNode => ({
    kind: 'message',
    id: `${id}/error/${remedy}`,
    severity: 'action',
    text: actionsOf[remedy].text,
    action: {
      command: actionsOf[remedy].command,
      args: parent === undefined || remedy === 'showLog' ? [] : [parent],
    },
  }));
  return [sentence, ...actions];
}
