import type { Behaviour } from '../cogniteSettings.ts';

const minute = 60_000;

/** Results of the demo's functions, transformations and simulations. */
export const demoBehaviours: Readonly<Record<string, Behaviour>> = {
  'fn-extract-historian': { ms: 20_000, response: { tags: 214, datapoints: 61_480 } },
  'tr-compressor-clean': { ms: 40_000 },
  'fn-detect-anomalies': {
    ms: 15_000,
    response: {
      anomalies: 1,
      sensor: '23-VT-9102X',
      peak: 11,
      unit: 'mm/s',
      from: '2026-11-21T03:10:00Z',
    },
  },
  'fn-ask-engineer': { ms: 1_000, response: { channel: 'rotating-equipment', notified: true } },
  'fn-ask-process-engineer': { ms: 1_000, response: { channel: 'process', notified: true } },
  'fn-ask-reviewer': { ms: 1_000, response: { queue: 'diagram-review' } },
  'compressor-23-KA-9101-steady-state': { ms: 25 * minute },
  'fn-read-sites': {
    ms: 5_000,
    response: {
      tasks: [site('valhall'), site('skarv'), site('ula')],
    },
  },
  'fn-refresh-ula': { ms: 30_000, failures: 9, reason: 'Source system ULA-SAP did not answer.' },
};

function site(name: string) {
  return {
    externalId: `refresh-${name}`,
    type: 'function',
    name: `Refresh ${name}`,
    parameters: { function: { externalId: `fn-refresh-${name}`, data: { site: name } } },
    retries: 1,
    onFailure: 'skipTask',
  };
}
