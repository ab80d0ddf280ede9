import type { JsonObject } from '../../json.ts';
import type { Planted } from './plantWorkflow.ts';

const after = (...ids: readonly string[]) => ids.map((externalId) => ({ externalId }));
const halfDay = 43_200;

const extract: JsonObject = {
  externalId: 'extract-sensors',
  name: 'Extract sensor data',
  type: 'function',
  parameters: {
    function: {
      externalId: 'fn-extract-historian',
      data: { asset: '${workflow.input.asset}', hours: '${workflow.input.hours}' },
    },
  },
  retries: 3,
};

const clean: JsonObject = {
  externalId: 'clean-timeseries',
  name: 'Clean time series',
  type: 'transformation',
  parameters: {
    transformation: { externalId: 'tr-compressor-clean', concurrencyPolicy: 'waitForCurrent' },
  },
  dependsOn: after('extract-sensors'),
};

const publish: JsonObject = {
  externalId: 'publish-gold',
  name: 'Publish to the gold layer',
  type: 'transformation',
  parameters: { transformation: { externalId: 'tr-compressor-gold' } },
  dependsOn: after('approve-anomaly'),
};

/** The previous version, which asked nobody for approval. */
export const qualityGateBefore: Planted = {
  externalId: 'compressor-quality-gate',
  description: 'Sensor data of compressor 23-KA-9101, from the historian to the gold layer',
  version: '1',
  tasks: [extract, clean, { ...publish, dependsOn: after('clean-timeseries') }],
};

export const qualityGate: Planted = {
  ...qualityGateBefore,
  version: '2',
  tasks: [
    extract,
    clean,
    {
      externalId: 'detect-anomalies',
      name: 'Detect anomalies',
      type: 'function',
      parameters: { function: { externalId: 'fn-detect-anomalies' } },
      dependsOn: after('clean-timeseries'),
    },
    {
      externalId: 'approve-anomaly',
      name: 'Engineer approves the anomaly',
      description: 'Complete it with approved and a comment.',
      type: 'function',
      parameters: {
        function: {
          externalId: 'fn-ask-engineer',
          data: { findings: '${detect-anomalies.output.response}' },
        },
        isAsyncComplete: true,
      },
      retries: 0,
      timeout: halfDay,
      dependsOn: after('detect-anomalies'),
    },
    publish,
    {
      externalId: 'report',
      name: 'Write the report',
      type: 'function',
      parameters: {
        function: {
          externalId: 'fn-write-report',
          data: {
            approved: '${approve-anomaly.output.approved}',
            comment: '${approve-anomaly.output.comment}',
          },
        },
      },
      dependsOn: after('publish-gold'),
      onFailure: 'skipTask',
    },
  ],
};

export const performance: Planted = {
  externalId: 'compressor-performance',
  description: 'Steady-state simulation of compressor 23-KA-9101',
  version: '1',
  tasks: [
    {
      externalId: 'read-operating-point',
      name: 'Read the operating point',
      type: 'cdf',
      parameters: {
        cdfRequest: {
          resourcePath: '/timeseries/data/latest',
          method: 'POST',
          body: { items: [{ externalId: '23-PT-9101' }, { externalId: '23-TT-9101' }] },
        },
      },
    },
    {
      externalId: 'simulation-inputs',
      name: 'Process engineer gives the inputs',
      type: 'function',
      parameters: {
        function: {
          externalId: 'fn-ask-process-engineer',
          data: { operatingPoint: '${read-operating-point.output.response}' },
        },
        isAsyncComplete: true,
      },
      retries: 1,
      timeout: halfDay,
      dependsOn: after('read-operating-point'),
    },
    {
      externalId: 'simulate',
      name: 'Run the simulation',
      type: 'simulation',
      parameters: {
        simulation: {
          routineExternalId: 'compressor-23-KA-9101-steady-state',
          inputs: [
            {
              referenceId: 'suctionPressure',
              value: '${simulation-inputs.output.suctionPressure}',
              unit: { name: 'bar' },
            },
            {
              referenceId: 'gasFlow',
              value: '${simulation-inputs.output.gasFlow}',
              unit: { name: 'kg/h' },
            },
          ],
        },
      },
      dependsOn: after('simulation-inputs'),
    },
    {
      externalId: 'publish-curve',
      name: 'Publish the performance curve',
      type: 'function',
      parameters: { function: { externalId: 'fn-publish-curve' } },
      dependsOn: after('simulate'),
    },
  ],
};

export const assetRefresh: Planted = {
  externalId: 'nightly asset refresh/all sites',
  description: 'Refreshes the asset hierarchy of every site, one task each',
  version: 'v3',
  tasks: [
    {
      externalId: 'read-sites',
      name: 'Read the sites',
      type: 'function',
      parameters: { function: { externalId: 'fn-read-sites' } },
    },
    {
      externalId: 'each-site',
      name: 'Refresh each site',
      type: 'dynamic',
      parameters: { dynamic: { tasks: '${read-sites.output.response.tasks}' } },
      dependsOn: after('read-sites'),
    },
    {
      externalId: 'rebuild-hierarchy',
      name: 'Rebuild the hierarchy',
      type: 'transformation',
      parameters: { transformation: { externalId: 'tr-asset-hierarchy' } },
      dependsOn: after('each-site'),
    },
  ],
};

export const diagramReview: Planted = {
  externalId: 'diagram-annotation',
  description: 'Finds tags in engineering diagrams and lets people confirm them',
  version: '1',
  tasks: [
    {
      externalId: 'annotate',
      name: 'Annotate the diagrams',
      type: 'subworkflow',
      timeout: halfDay,
      parameters: {
        subworkflow: {
          tasks: [
            {
              externalId: 'find-tags',
              name: 'Find tags',
              type: 'function',
              parameters: {
                function: {
                  externalId: 'fn-find-tags',
                  data: { files: '${workflow.input.files}' },
                },
              },
            },
            {
              externalId: 'confirm-tags',
              name: 'Confirm the doubtful tags',
              type: 'function',
              parameters: {
                function: { externalId: 'fn-ask-reviewer' },
                isAsyncComplete: true,
              },
              retries: 2,
              timeout: halfDay,
              onFailure: 'skipTask',
              dependsOn: after('find-tags'),
            },
          ],
        },
      },
    },
    {
      externalId: 'link-assets',
      name: 'Link the assets',
      type: 'transformation',
      parameters: { transformation: { externalId: 'tr-link-assets' } },
      dependsOn: after('annotate'),
    },
  ],
};
