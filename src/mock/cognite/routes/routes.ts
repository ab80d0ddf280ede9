import type { Route } from '../route.ts';
import { executionRoutes } from './executionRoutes.ts';
import { sessionRoutes } from './sessionRoutes.ts';
import { taskRoutes } from './taskRoutes.ts';
import { triggerRoutes } from './triggerRoutes.ts';
import { versionRoutes } from './versionRoutes.ts';
import { workflowRoutes } from './workflowRoutes.ts';

/** The first matching route answers, so fixed paths come before those with variables. */
export const routes: readonly Route[] = [
  ...versionRoutes,
  ...executionRoutes,
  ...taskRoutes,
  ...triggerRoutes,
  ...sessionRoutes,
  ...workflowRoutes,
];
