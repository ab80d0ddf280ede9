import type { JsonObject } from '../../json.ts';
import type { Step, Story } from './play.ts';

/** A story and its age. Oldest first, in the order of their start. */
export type DemoStory = Story & { readonly minutesAgo: number };

const order = (orderId: string, amount: number, items: string[]): JsonObject => ({
  orderId,
  amount,
  items,
});

const stocked: Step = {
  at: 1,
  update: 'check_stock',
  output: { inStock: true },
  worker: 'stock-7',
};

export const demoStories: readonly DemoStory[] = [
  {
    workflow: 'order_fulfilment',
    version: 1,
    minutesAgo: 60 * 24 * 9,
    input: order('A-0871', 35, ['mug']),
    correlationId: 'A-0871',
    steps: [
      { at: 1, update: 'charge_card', output: { receipt: 'R-5521' }, worker: 'pay-1' },
      { at: 45, update: 'pick_items', output: { picked: ['mug'] }, worker: 'bin-3' },
    ],
  },
  {
    workflow: 'nightly_report',
    minutesAgo: 60 * 15,
    input: { day: 'yesterday' },
    steps: [{ at: 1, poll: 'render_report', worker: 'report-2' }],
  },
  {
    workflow: 'nightly_report',
    minutesAgo: 60 * 39,
    input: { day: 'the day before' },
    steps: [
      { at: 1, update: 'render_report', output: { pages: 12 }, worker: 'report-2' },
      {
        at: 2,
        update: 'mail_report',
        status: 'FAILED_WITH_TERMINAL_ERROR',
        reason: 'The mail server said: mailbox full',
        worker: 'mail-1',
      },
    ],
  },
  {
    workflow: 'loan_approval',
    minutesAgo: 60 * 80,
    input: { applicant: 'Rosa Marin', amount: 12_000 },
    correlationId: 'loan-311',
    steps: [
      { at: 2, update: 'credit_check', output: { score: 712 }, worker: 'credit-1' },
      {
        at: 190,
        update: 'underwriter_review',
        output: { decision: 'approve', rate: 4.15, comment: 'Stable income.' },
        worker: 'j.keller',
      },
      {
        at: 3400,
        update: 'sign_contract',
        output: { signedBy: 'Rosa Marin', contract: 'C-2207' },
        worker: 'j.keller',
      },
    ],
  },
  {
    workflow: 'loan_approval',
    minutesAgo: 60 * 26,
    input: { applicant: 'Ines Duval', amount: 8000 },
    correlationId: 'loan-318',
    steps: [
      { at: 2, update: 'credit_check', output: { score: 690 }, worker: 'credit-1' },
      {
        at: 55,
        update: 'underwriter_review',
        output: { decision: 'approve', rate: 4.9, comment: 'Fine.' },
        worker: 'j.keller',
      },
    ],
  },
  {
    workflow: 'loan_approval',
    minutesAgo: 60 * 22,
    input: { applicant: 'Tom Baker', amount: 95_000 },
    correlationId: 'loan-320',
    steps: [
      { at: 3, update: 'credit_check', output: { score: 480 }, worker: 'credit-2' },
      {
        at: 100,
        update: 'underwriter_review',
        output: { decision: 'reject', comment: 'Score too low for this amount.' },
        worker: 'j.keller',
      },
      { at: 101, update: 'send_rejection', output: { letter: 'L-88' }, worker: 'mail-1' },
    ],
  },
  {
    workflow: 'employee_onboarding',
    minutesAgo: 60 * 20,
    input: { name: 'Kofi Mensah', team: 'Billing' },
    steps: [
      {
        at: 30,
        within: 'order_equipment',
        update: 'approve_equipment',
        status: 'FAILED',
        reason: 'No budget until next quarter',
        worker: 'it.desk',
      },
    ],
  },
  {
    workflow: 'order_fulfilment',
    version: 2,
    minutesAgo: 60 * 8,
    input: order('A-1020', 250, ['lamp', 'desk']),
    correlationId: 'A-1020',
    steps: [
      stocked,
      {
        at: 2,
        update: 'charge_card',
        status: 'FAILED_WITH_TERMINAL_ERROR',
        reason: 'Card was reported stolen',
        worker: 'pay-2',
        logs: ['authorising 250.00', 'declined: 43 stolen card'],
      },
    ],
  },
  {
    workflow: 'order_fulfilment',
    version: 2,
    minutesAgo: 60 * 6,
    input: order('A-1031', 18, ['mug']),
    correlationId: 'A-1031',
    steps: [
      stocked,
      { at: 2, update: 'charge_card', output: { receipt: 'R-6002' }, worker: 'pay-1' },
      { at: 9, update: 'pick_items', output: { picked: ['mug'] }, worker: 'bin-3' },
      { at: 12, update: 'pack_check', output: { weightGrams: 420, photo: 'p-1031.jpg' } },
      {
        at: 13,
        update: 'notify_customer',
        status: 'FAILED',
        reason: 'No address',
        worker: 'mail-1',
      },
    ],
  },
  {
    workflow: 'incident_response',
    minutesAgo: 60 * 5,
    input: { service: 'search', severity: 'SEV-3' },
    steps: [{ at: 25, terminate: 'False alarm: the probe was wrong' }],
  },
  {
    workflow: 'employee_onboarding',
    minutesAgo: 60 * 4,
    input: { name: 'Mina Sato', team: 'Platform' },
    correlationId: 'hr-77',
    steps: [],
  },
  {
    workflow: 'invoice_review',
    minutesAgo: 180,
    input: { invoice: 'INV-2026-118', pages: 3 },
    correlationId: 'INV-2026-118',
    steps: [
      { at: 20, update: 'review_page', output: { ok: true }, worker: 'l.costa' },
      { at: 35, update: 'review_page', output: { ok: true, note: 'VAT id missing' } },
    ],
  },
  {
    workflow: 'invoice_review',
    minutesAgo: 150,
    input: { invoice: 'INV-2026-112', pages: 3 },
    correlationId: 'INV-2026-112',
    steps: [
      { at: 5, update: 'review_page', output: { ok: true } },
      { at: 9, update: 'review_page', output: { ok: true } },
      { at: 14, update: 'review_page', output: { ok: false, note: 'Wrong total' } },
    ],
  },
  {
    workflow: 'incident_response',
    minutesAgo: 95,
    input: { service: 'checkout', severity: 'SEV-1' },
    correlationId: 'INC-402',
    priority: 10,
    steps: [
      { at: 4, update: 'triage', output: { owner: 'a.novak', page: true }, worker: 'a.novak' },
      { at: 5, poll: 'collect_logs', worker: 'logs-1' },
      {
        at: 6,
        update: 'collect_logs',
        status: 'FAILED',
        reason: 'Disk full on logs-1',
        worker: 'logs-1',
        logs: ['collecting 40 GB', 'write failed: no space left on device'],
      },
    ],
  },
  {
    workflow: 'order_fulfilment',
    version: 2,
    minutesAgo: 70,
    input: order('A-1048', 1299, ['sofa']),
    correlationId: 'A-1048',
    steps: [
      {
        at: 1,
        update: 'check_stock',
        output: { inStock: false, missing: ['sofa'] },
        worker: 'stock-7',
      },
    ],
  },
  {
    workflow: 'order_fulfilment',
    version: 2,
    minutesAgo: 40,
    input: order('A-1052', 64, ['chair', 'mug']),
    correlationId: 'A-1052',
    steps: [
      stocked,
      {
        at: 2,
        update: 'charge_card',
        status: 'FAILED',
        reason: 'Payment gateway timed out',
        worker: 'pay-2',
        logs: ['authorising 64.00', 'no answer from the gateway in 10 s'],
      },
      { at: 8, update: 'pick_items', output: { picked: ['chair', 'mug'] }, worker: 'bin-1' },
    ],
  },
  {
    workflow: 'order_fulfilment',
    version: 2,
    minutesAgo: 30,
    input: order('A-1055', 20, ['pen']),
    correlationId: 'A-1055',
    steps: [{ at: 0.5, skip: 'notify_customer' }, stocked, { at: 2, pause: true }],
  },
  {
    workflow: 'loan_approval',
    minutesAgo: 12,
    input: { applicant: 'Lena Fischer', amount: 24_000 },
    correlationId: 'loan-325',
    steps: [{ at: 2, update: 'credit_check', output: { score: 655 }, worker: 'credit-1' }],
  },
];
