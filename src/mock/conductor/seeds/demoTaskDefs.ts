import type { JsonObject } from '../../json.ts';

const owner = { ownerEmail: 'operations@example.com' };

/** The task definitions of the demo: workers that retry, and one that times out. */
export const demoTaskDefs: readonly JsonObject[] = [
  { name: 'charge_card', retryCount: 2, retryDelaySeconds: 30, ...owner },
  { name: 'check_stock', retryCount: 3, retryDelaySeconds: 10, ...owner },
  { name: 'pick_items', retryCount: 1, retryDelaySeconds: 60, ...owner },
  { name: 'render_report', retryCount: 0, timeoutSeconds: 1800, ...owner },
  {
    name: 'underwriter_review',
    description: 'A person decides on the application.',
    retryCount: 0,
    outputKeys: ['decision', 'rate', 'comment'],
    outputSchema: {
      name: 'underwriter_decision',
      version: 1,
      type: 'JSON',
      data: {
        type: 'object',
        properties: {
          decision: { type: 'string', enum: ['approve', 'reject'] },
          rate: { type: 'number', minimum: 0, description: 'Percent a year, for an approval.' },
          comment: { type: 'string' },
        },
        required: ['decision'],
      },
    },
    ...owner,
  },
];
