import type { Agent } from '../model.ts';
import { invoiceNodes, onboardingNodes } from './demoNodes.ts';

export const demoAgentIds = {
  triage: 'b1c9a2de-4f0e-4c55-9b7a-0d5e2f7c1a01',
  research: 'b1c9a2de-4f0e-4c55-9b7a-0d5e2f7c1a02',
  scout: 'b1c9a2de-4f0e-4c55-9b7a-0d5e2f7c1a03',
  bookkeeper: 'b1c9a2de-4f0e-4c55-9b7a-0d5e2f7c1a04',
  notes: 'b1c9a2de-4f0e-4c55-9b7a-0d5e2f7c1a05',
  invoices: 'b1c9a2de-4f0e-4c55-9b7a-0d5e2f7c1a06',
  onboarding: 'b1c9a2de-4f0e-4c55-9b7a-0d5e2f7c1a07',
} as const;

const day = 86_400_000;
const minute = 60_000;

const ids = demoAgentIds;

const sketches: readonly Sketch[] = [
  {
    id: ids.triage,
    name: 'Support Triage',
    icon: '🎧',
    daysOld: 60,
    general: 'Sorts support tickets, proposes refunds, and asks before money moves.',
    behaviour: {
      stepMs: minute,
      result: 'Answered the customer and closed the ticket.',
      tools: ['zendesk_get_ticket', 'zendesk_reply'],
    },
  },
  {
    id: ids.research,
    name: 'Research Analyst',
    icon: '🔎',
    type: 'manager',
    daysOld: 40,
    general: 'Plans a piece of research and hands the reading to Web Scout.',
    behaviour: {
      stepMs: 20 * minute,
      result: 'Brief with 12 sources, see the attached summary.',
      tools: ['plan', 'summarize'],
    },
  },
  {
    id: ids.scout,
    name: 'Web Scout',
    icon: '🛰️',
    daysOld: 40,
    general: 'Reads pages and reports what they say, with links.',
    behaviour: {
      stepMs: 15 * minute,
      result: 'Found 4 pages that matter.',
      tools: ['web_search', 'web_read'],
    },
  },
  {
    id: ids.bookkeeper,
    name: 'Bookkeeper',
    icon: '📒',
    daysOld: 90,
    general: 'Books approved invoices in the ledger.',
    behaviour: { stepMs: 30_000, result: 'Booked.', tools: ['ledger_post'] },
  },
  {
    id: ids.notes,
    name: 'Release Notes Writer',
    icon: '📝',
    status: 'DRAFT',
    daysOld: 2,
    general: 'Turns merged pull requests into notes that people read.',
    behaviour: { stepMs: minute, result: 'Draft written.' },
  },
  {
    id: ids.invoices,
    name: 'Invoice Approval',
    icon: '🧾',
    type: 'orchestration',
    daysOld: 90,
    general: 'Reads an invoice, asks finance where it is large, and books it.',
    nodes: invoiceNodes(ids.bookkeeper),
    behaviour: { stepMs: 15_000, result: 'The invoice is booked.' },
  },
  {
    id: ids.onboarding,
    name: 'Customer Onboarding',
    icon: '🤝',
    type: 'orchestration',
    daysOld: 30,
    general: 'Checks a new customer, gets the legal sign-off, and sends the welcome.',
    nodes: onboardingNodes(ids.scout),
    behaviour: { stepMs: 15_000, result: 'Welcome mail sent, account active.' },
  },
];

/** The agents and workflows of a small company; `now` dates them. */
export function demoAgents(now: number): readonly Agent[] {
  return sketches.map((sketch) => agent(sketch, now));
}

type Sketch = Pick<Agent, 'id' | 'name' | 'icon' | 'behaviour'> &
  Partial<Pick<Agent, 'type' | 'status' | 'nodes'>> & {
    readonly general: string;
    readonly daysOld: number;
  };

function agent({ general, daysOld, ...sketch }: Sketch, now: number): Agent {
  return {
    type: 'regular',
    status: 'ACTIVE',
    nodes: [],
    graph: [],
    version: 3,
    framework: 'agno',
    description: general,
    instructions: { role: [], goal: [], general },
    createdAt: now - daysOld * day,
    ...sketch,
  };
}
