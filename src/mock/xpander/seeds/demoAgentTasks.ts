import { demoAgentIds } from './demoAgents.ts';
import type { Placed } from './place.ts';

const minute = 60_000;
const hour = 60 * minute;
const { triage, research, scout } = demoAgentIds;

export const demoTaskIds = {
  refund: '0c6f7a10-52d1-4e0b-8a55-9d1f3b7e2001',
  mailbox: '0c6f7a10-52d1-4e0b-8a55-9d1f3b7e2002',
  research: '0c6f7a10-52d1-4e0b-8a55-9d1f3b7e2003',
  prices: '0c6f7a10-52d1-4e0b-8a55-9d1f3b7e2004',
  reviews: '0c6f7a10-52d1-4e0b-8a55-9d1f3b7e2005',
  parcel: '0c6f7a10-52d1-4e0b-8a55-9d1f3b7e2006',
  outage: '0c6f7a10-52d1-4e0b-8a55-9d1f3b7e2007',
  spam: '0c6f7a10-52d1-4e0b-8a55-9d1f3b7e2008',
} as const;

const ticket = { source: 'webhook', used_tools: ['zendesk_get_ticket'] };

const tickets: readonly Placed[] = [
  {
    id: demoTaskIds.refund,
    agent: triage,
    title: 'Refund of 480 € for order 88213',
    text: 'Ticket 5512: the parcel came back twice, the customer wants the money back.',
    status: 'paused',
    createdAgo: 3 * hour,
    sinceAgo: 3 * hour - minute,
    more: {
      ...ticket,
      internal_status: 'awaiting approval',
      payload_extension: { headers: { 'X-Ticket': '5512' } },
      deep_planning: plan(['Read the ticket', 'Check the order', 'Refund', 'Answer'], 2),
    },
  },
  {
    id: demoTaskIds.mailbox,
    agent: triage,
    title: 'Answer to the partner mailbox',
    text: 'Ticket 5520: answer from the partner mailbox, not from support.',
    status: 'paused',
    createdAgo: 50 * minute,
    sinceAgo: 49 * minute,
    more: {
      ...ticket,
      pending_eca_request: { connector_name: 'Gmail', auth_url: 'https://sign-in.example/gmail' },
    },
  },
  {
    id: demoTaskIds.parcel,
    agent: triage,
    title: 'Where is parcel 71-A?',
    text: 'Ticket 5490: the parcel is late.',
    status: 'completed',
    createdAgo: 5 * hour,
    sinceAgo: 5 * hour - 2 * minute,
    result: 'Told the customer that the parcel is at the depot and comes tomorrow.',
    more: ticket,
  },
  {
    id: demoTaskIds.outage,
    agent: triage,
    title: 'Login does not work',
    text: 'Ticket 5477: nobody can sign in since this morning.',
    status: 'error',
    createdAgo: 8 * hour,
    sinceAgo: 8 * hour - minute,
    result: 'Connector failed: 503 Service Unavailable',
    more: ticket,
  },
  {
    id: demoTaskIds.spam,
    agent: triage,
    title: 'You have won!!!',
    text: 'Ticket 5470: an offer that cannot be true.',
    status: 'stopped',
    createdAgo: 9 * hour,
    sinceAgo: 9 * hour - minute,
    more: ticket,
  },
];

const researches: readonly Placed[] = [
  {
    id: demoTaskIds.research,
    agent: research,
    title: 'Competitor pricing, fourth quarter',
    text: 'Compare the prices of our three largest competitors.',
    status: 'executing',
    createdAgo: 6 * minute,
    sinceAgo: 6 * minute - 2_000,
    next: { kind: 'finish', at: 20 * minute },
    more: {
      internal_status: 'reading',
      deep_planning: plan(['Price pages', 'Reviews', 'Brief'], 1),
    },
  },
  {
    id: demoTaskIds.prices,
    agent: scout,
    title: 'Price pages',
    text: 'Read the price pages of the three.',
    status: 'completed',
    createdAgo: 5 * minute,
    sinceAgo: 2 * minute,
    result: 'Two raised their prices by 8 % in October, one did not.',
    parent: demoTaskIds.research,
    more: { used_tools: ['web_search', 'web_read'] },
  },
  {
    id: demoTaskIds.reviews,
    agent: scout,
    title: 'Reviews of the price change',
    text: 'What do their customers say about it?',
    status: 'executing',
    createdAgo: 2 * minute,
    sinceAgo: 2 * minute - 2_000,
    parent: demoTaskIds.research,
    next: { kind: 'finish', at: 13 * minute },
  },
];

/** Present and past tasks of the agents; parents come before their children. */
export const demoAgentTasks: readonly Placed[] = [...tickets, ...researches];

/** The checklist that an agent keeps while it plans deeply. */
function plan(steps: readonly string[], done: number) {
  return {
    enabled: true,
    enforce: false,
    started: true,
    question_raised: false,
    tasks: steps.map((title, index) => ({
      id: `step-${index + 1}`,
      title,
      completed: index < done,
    })),
  };
}
