import type { JsonObject } from '../../json.ts';
import { taskOf } from './taskOf.ts';

const owner = { ownerEmail: 'operations@example.com' };

const orderTasks = [
  taskOf('SIMPLE', 'check_stock', { inputParameters: { items: '${workflow.input.items}' } }),
  taskOf('SWITCH', 'stock_route', {
    evaluatorType: 'value-param',
    expression: 'inStock',
    inputParameters: { inStock: '${check_stock.output.inStock}' },
    decisionCases: {
      false: [
        taskOf('HUMAN', 'approve_backorder', {
          description: 'Tell the customer to wait, or cancel the order.',
          inputParameters: {
            order: '${workflow.input.orderId}',
            missing: '${check_stock.output.missing}',
          },
        }),
      ],
    },
  }),
  taskOf('FORK_JOIN', 'prepare', {
    forkTasks: [
      [
        taskOf('SIMPLE', 'charge_card', {
          inputParameters: { amount: '${workflow.input.amount}', card: 'tok_4242' },
        }),
      ],
      [
        taskOf('SIMPLE', 'pick_items', { inputParameters: { items: '${workflow.input.items}' } }),
        taskOf('HUMAN', 'pack_check', {
          description: 'Look into the parcel before it is closed.',
          inputParameters: { order: '${workflow.input.orderId}' },
        }),
      ],
    ],
  }),
  taskOf('JOIN', 'prepared', { joinOn: ['charge_card', 'pack_check'] }),
  taskOf('SIMPLE', 'notify_customer', {
    optional: true,
    retryCount: 0,
    inputParameters: {
      arrives: '${approve_backorder.output.arrives}',
      weight: '${pack_check.output.weightGrams}',
    },
  }),
];

/** The workflow definitions of the demo. */
export const demoWorkflowDefs: readonly JsonObject[] = [
  {
    name: 'order_fulfilment',
    version: 1,
    description: 'The first try: everything in a row.',
    tasks: [
      taskOf('SIMPLE', 'charge_card', { inputParameters: { amount: '${workflow.input.amount}' } }),
      taskOf('SIMPLE', 'pick_items'),
    ],
    ...owner,
  },
  {
    name: 'order_fulfilment',
    version: 2,
    description: 'From the basket to the parcel.',
    inputParameters: ['orderId', 'amount', 'items'],
    tasks: orderTasks,
    outputParameters: { receipt: '${charge_card.output.receipt}', parcel: '${pack_check.output}' },
    ...owner,
  },
  {
    name: 'loan_approval',
    version: 1,
    description: 'An application, a person who decides, a contract.',
    inputParameters: ['applicant', 'amount'],
    tasks: [
      taskOf('SIMPLE', 'credit_check', {
        inputParameters: { applicant: '${workflow.input.applicant}' },
      }),
      taskOf('HUMAN', 'underwriter_review', {
        inputParameters: {
          applicant: '${workflow.input.applicant}',
          amount: '${workflow.input.amount}',
          score: '${credit_check.output.score}',
        },
      }),
      taskOf('SWITCH', 'decision_route', {
        evaluatorType: 'value-param',
        expression: 'decision',
        inputParameters: { decision: '${underwriter_review.output.decision}' },
        decisionCases: {
          approve: [
            taskOf('WAIT', 'cooling_off', { inputParameters: { duration: '2 days' } }),
            taskOf('HUMAN', 'sign_contract', {
              inputParameters: { rate: '${underwriter_review.output.rate}' },
            }),
          ],
        },
        defaultCase: [taskOf('SIMPLE', 'send_rejection')],
      }),
    ],
    outputParameters: {
      decision: '${underwriter_review.output.decision}',
      contract: '${sign_contract.output}',
    },
    ...owner,
  },
  {
    name: 'incident_response',
    version: 1,
    description: 'From the alarm to the post-mortem.',
    inputParameters: ['service', 'severity'],
    tasks: [
      taskOf('HUMAN', 'triage', {
        inputParameters: {
          service: '${workflow.input.service}',
          severity: '${workflow.input.severity}',
        },
      }),
      taskOf('FORK_JOIN', 'work', {
        forkTasks: [
          [taskOf('SIMPLE', 'collect_logs', { retryCount: 1 })],
          [taskOf('WAIT', 'vendor_answer')],
          [taskOf('HUMAN', 'find_root_cause', { permissive: true })],
        ],
      }),
      taskOf('JOIN', 'work_done', { joinOn: ['collect_logs', 'vendor_answer', 'find_root_cause'] }),
      taskOf('HUMAN', 'sign_post_mortem', {
        inputParameters: {
          cause: '${find_root_cause.output.cause}',
          fix: '${find_root_cause.output.fix.summary}',
          vendorTicket: '${vendor_answer.output.ticket}',
        },
      }),
    ],
    ...owner,
  },
  {
    name: 'employee_onboarding',
    version: 1,
    description: 'Equipment comes from a workflow of its own.',
    inputParameters: ['name', 'team'],
    tasks: [
      taskOf('SUB_WORKFLOW', 'order_equipment', {
        subWorkflowParam: { name: 'equipment_request', version: 1 },
        inputParameters: { person: '${workflow.input.name}' },
      }),
      taskOf('SET_VARIABLE', 'remember_laptop', {
        inputParameters: { laptop: '${order_equipment.output.laptop}' },
      }),
      taskOf('HUMAN', 'welcome_talk', {
        inputParameters: { laptop: '${workflow.variables.laptop}' },
      }),
    ],
    ...owner,
  },
  {
    name: 'equipment_request',
    version: 1,
    description: 'Somebody approves a laptop.',
    tasks: [
      taskOf('HUMAN', 'approve_equipment', {
        inputParameters: { person: '${workflow.input.person}' },
      }),
    ],
    outputParameters: { laptop: '${approve_equipment.output.laptop}' },
    ...owner,
  },
  {
    name: 'invoice_review',
    version: 3,
    description: 'Page by page, until the last one.',
    inputParameters: ['invoice', 'pages'],
    tasks: [
      taskOf('DO_WHILE', 'pages', {
        inputParameters: { pages: '${workflow.input.pages}' },
        loopCondition: "$.pages['iteration'] < 3",
        loopOver: [
          taskOf('HUMAN', 'review_page', {
            inputParameters: { invoice: '${workflow.input.invoice}' },
          }),
        ],
      }),
      taskOf('INLINE', 'sum_up', {
        inputParameters: {
          evaluatorType: 'javascript',
          expression: "(function () { return 'reviewed ' + $.pages + ' pages'; })()",
          pages: '${pages.output.iteration}',
        },
      }),
    ],
    outputParameters: { summary: '${sum_up.output.result}' },
    ...owner,
  },
  {
    name: 'nightly_report',
    version: 1,
    tasks: [
      taskOf('SIMPLE', 'render_report', { inputParameters: { day: '${workflow.input.day}' } }),
      taskOf('SIMPLE', 'mail_report', { optional: true }),
      taskOf('NOOP', 'reported'),
    ],
    ...owner,
  },
];
