import type { Route } from '../route.ts';
import { agentRoutes } from '../agents/agentRoutes.ts';
import { messageRoutes } from '../agents/messageRoutes.ts';
import { humanTaskRoutes } from '../orkes/humanTaskRoutes.ts';
import { orkesWorkflowRoutes } from '../orkes/orkesWorkflowRoutes.ts';
import { adminRoutes } from './adminRoutes.ts';
import { bulkRoutes } from './bulkRoutes.ts';
import { executeRoutes } from './executeRoutes.ts';
import { metadataRoutes } from './metadataRoutes.ts';
import { pollRoutes } from './pollRoutes.ts';
import { searchRoutes } from './searchRoutes.ts';
import { signalRoutes } from './signalRoutes.ts';
import { startRoutes } from './startRoutes.ts';
import { taskDefRoutes } from './taskDefRoutes.ts';
import { taskRoutes } from './taskRoutes.ts';
import { workflowRoutes } from './workflowRoutes.ts';

/** Every endpoint of Conductor that the mock plays. */
export const routes: readonly Route[] = [
  ...metadataRoutes,
  ...taskDefRoutes,
  ...startRoutes,
  ...executeRoutes,
  ...searchRoutes,
  ...bulkRoutes,
  ...workflowRoutes,
  ...pollRoutes,
  ...taskRoutes,
  ...signalRoutes,
  ...adminRoutes,
  ...agentRoutes,
  ...messageRoutes,
  ...humanTaskRoutes,
  ...orkesWorkflowRoutes,
];
