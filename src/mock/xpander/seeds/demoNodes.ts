import type { Node } from '../model.ts';

/** Small invoices are booked at once; large ones wait for finance. */
export function invoiceNodes(bookkeeper: string): readonly Node[] {
  return [
    {
      id: 'n-read',
      type: 'code',
      name: 'Read the invoice',
      next_node_ids: ['n-judge'],
      definition: { code: 'return parse(input)' },
    },
    {
      id: 'n-judge',
      type: 'classifier',
      name: 'Large?',
      next_node_ids: ['n-ask', 'n-book'],
      definition: {
        groups: [
          { id: 'g-large', name: 'large', evaluation_criteria: 'total of 1,000 or more' },
          { id: 'g-small', name: 'small', evaluation_criteria: 'everything else' },
        ],
        settings: {},
      },
    },
    {
      id: 'n-ask',
      type: 'wait',
      name: 'Ask finance',
      next_node_ids: ['n-book'],
      condition: { type: 'contains', group_id: 'g-large' },
      definition: { type: 'hitl', definition: { to: ['finance@example.com'] } },
    },
    {
      id: 'n-book',
      type: 'agent',
      name: 'Book it',
      next_node_ids: ['end-summarizer'],
      definition: { asset_id: bookkeeper, type: 'agent' },
    },
    {
      id: 'end-summarizer',
      type: 'summarizer',
      name: 'Sum up',
      next_node_ids: [],
      definition: { instructions: 'One sentence.', settings: {} },
    },
  ];
}

export function onboardingNodes(scout: string): readonly Node[] {
  return [
    {
      id: 'n-check',
      type: 'agent',
      name: 'Check the company',
      next_node_ids: ['n-legal'],
      definition: { asset_id: scout, type: 'agent' },
    },
    {
      id: 'n-legal',
      type: 'wait',
      name: 'Legal sign-off',
      next_node_ids: ['n-welcome'],
      definition: { type: 'hitl', definition: { channels: ['#legal'] } },
    },
    {
      id: 'n-welcome',
      type: 'action',
      name: 'Send the welcome',
      next_node_ids: [],
      definition: { asset_id: 'send-mail', type: 'action' },
    },
  ];
}
