import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { cogniteAddress } from '../../../../../src/engines/cognite/connection/cogniteAddress.ts';

const cluster = 'https://westeurope-1.cognitedata.com';

test('a cluster’s address works in every form that people have', () => {
  const table: readonly (readonly [string, string, string?])[] = [
    [cluster, cluster],
    [`${cluster}/`, cluster],
    [` ${cluster}/api/v1/ `, cluster],
    [`${cluster}/api`, cluster],
    [`${cluster}/api/v1/projects`, cluster],
    [`${cluster}/api/v1/projects/my-plant`, cluster, 'my-plant'],
    [`${cluster}/api/v1/projects/my-plant/workflows?limit=5`, cluster, 'my-plant'],
    [`${cluster}/api/v1/projects/a%20b`, cluster, 'a b'],
    [`${cluster}/api/v1/projects/100%`, cluster, '100%'],
    ['https://x.plink.az-eastus-1.cognitedata.com', 'https://x.plink.az-eastus-1.cognitedata.com'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['https://gateway/cdf/api/v1/projects/p', 'https://gateway/cdf', 'p'],
    ['https://gateway/cdf/', 'https://gateway/cdf'],
  ];
  for (const [url, baseUrl, project] of table) {
    assert.deepEqual(
      cogniteAddress(url),
      project === undefined ? { baseUrl } : { baseUrl, project },
      url,
    );
  }
});

test('an address that is no cluster is rejected with advice', () => {
  const table: readonly (readonly [string, RegExp])[] = [
    ['westeurope-1', /not an http or https URL/],
    ['ftp://x', /not an http or https URL/],
    ['https://me:secret@x', /must not hold a user name/],
    ['https://fusion.cognite.com/my-plant', /enter the cluster's, https:\/\/CLUSTER/],
    [
      'https://fusion.cognite.com/my-plant?cluster=westeurope-1.cognitedata.com',
      /enter the cluster's, https:\/\/westeurope-1\.cognitedata\.com\.$/,
    ],
    ['https://fusion.cognite.com/p?cluster=<b>', /https:\/\/CLUSTER/],
  ];
  for (const [url, message] of table) {
    assert.throws(() => cogniteAddress(url), message, url);
  }
});
