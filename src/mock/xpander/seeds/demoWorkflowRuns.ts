import { demoAgentIds } from './demoAgents.ts';
import type { Placed } from './place.ts';

const minute = 60_000;
const hour = 60 * minute;
const { invoices, onboarding, bookkeeper, scout } = demoAgentIds;

export const demoRunIds = {
  largeInvoice: '7d2b9c44-0a3f-4b6d-9e21-5c8a7f6e3001',
  booking: '7d2b9c44-0a3f-4b6d-9e21-5c8a7f6e3002',
  bookingChild: '7d2b9c44-0a3f-4b6d-9e21-5c8a7f6e3003',
  smallInvoice: '7d2b9c44-0a3f-4b6d-9e21-5c8a7f6e3004',
  brokenInvoice: '7d2b9c44-0a3f-4b6d-9e21-5c8a7f6e3005',
  customer: '7d2b9c44-0a3f-4b6d-9e21-5c8a7f6e3006',
  customerCheck: '7d2b9c44-0a3f-4b6d-9e21-5c8a7f6e3007',
  queued: '7d2b9c44-0a3f-4b6d-9e21-5c8a7f6e3008',
} as const;

const invoiceRuns: readonly Placed[] = [
  {
    id: demoRunIds.largeInvoice,
    agent: invoices,
    title: 'Invoice 2041, Fabrikam, 12,400 €',
    text: '{"invoice":2041,"from":"Fabrikam","total":12400,"size":"large"}',
    status: 'paused',
    createdAgo: 2 * hour,
    sinceAgo: 2 * hour - minute,
    cursor: 'n-judge',
    waitNode: 'n-ask',
    more: {
      source: 'webhook',
      agent_version: '3',
      output_format: 'json',
      output_schema: {
        type: 'object',
        properties: {
          invoice: { type: 'integer' },
          booked: { type: 'boolean' },
          account: { type: 'string', description: 'The account of the ledger.' },
        },
        required: ['invoice', 'booked'],
      },
    },
  },
  {
    id: demoRunIds.booking,
    agent: invoices,
    title: 'Invoice 2043, Wide World, 310 €',
    text: '{"invoice":2043,"from":"Wide World","total":310,"size":"small"}',
    status: 'executing',
    createdAgo: 2 * minute,
    sinceAgo: 2 * minute - 2_000,
    cursor: 'n-judge',
    next: { kind: 'child', child: demoRunIds.bookingChild, node: 'n-book' },
    more: { source: 'webhook', agent_version: '3' },
  },
  {
    id: demoRunIds.bookingChild,
    agent: bookkeeper,
    title: 'Book it',
    text: '{"invoice":2043,"from":"Wide World","total":310}',
    status: 'executing',
    createdAgo: minute,
    sinceAgo: minute - 2_000,
    parent: demoRunIds.booking,
    next: { kind: 'finish', at: 8 * minute },
  },
  {
    id: demoRunIds.smallInvoice,
    agent: invoices,
    title: 'Invoice 2038, Tailspin, 95 €',
    text: '{"invoice":2038,"from":"Tailspin","total":95,"size":"small"}',
    status: 'completed',
    createdAgo: 4 * hour,
    sinceAgo: 4 * hour - minute,
    cursor: 'end-summarizer',
    result: '{"invoice":2038,"booked":true,"account":"6300"}',
    more: { source: 'webhook', agent_version: '3', output_format: 'json' },
  },
  {
    id: demoRunIds.brokenInvoice,
    agent: invoices,
    title: 'Invoice 2035, no total',
    text: '{"invoice":2035,"from":"Litware"}',
    status: 'failed',
    createdAgo: 7 * hour,
    sinceAgo: 7 * hour - minute,
    cursor: 'n-read',
    result: 'The invoice has no total.',
    more: { source: 'webhook', agent_version: '3' },
  },
];

const onboardingRuns: readonly Placed[] = [
  {
    id: demoRunIds.customer,
    agent: onboarding,
    title: 'Northwind Trading',
    text: '{"company":"Northwind Trading","country":"NO"}',
    status: 'paused',
    createdAgo: 26 * hour,
    sinceAgo: 25 * hour,
    cursor: 'n-check',
    waitNode: 'n-legal',
    more: { source: 'webhook' },
  },
  {
    id: demoRunIds.customerCheck,
    agent: scout,
    title: 'Check the company',
    text: '{"company":"Northwind Trading","country":"NO"}',
    status: 'completed',
    createdAgo: 26 * hour - minute,
    sinceAgo: 25 * hour + minute,
    result: 'Registered since 1998, no sanctions, two directors.',
    parent: demoRunIds.customer,
  },
  {
    id: demoRunIds.queued,
    agent: onboarding,
    title: 'Contoso Labs',
    text: '{"company":"Contoso Labs","country":"SE"}',
    status: 'pending',
    createdAgo: minute,
    sinceAgo: minute,
    next: { kind: 'start', at: 10 * minute },
    more: { source: 'webhook' },
  },
];

/** The runs of the workflows; each is a task, followed by its child tasks. */
export const demoWorkflowRuns: readonly Placed[] = [...invoiceRuns, ...onboardingRuns];
