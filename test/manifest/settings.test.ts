import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Schema } from '../../scripts/manifest/packageJson.ts';
import { readPackageJson } from '../../scripts/manifest/packageJson.ts';
import { engines } from '../../src/engines/engines.ts';

const settings = Object.entries(readPackageJson().contributes.configuration.properties);

test('every setting has an order of its own, a description and a default that fits', () => {
  for (const [key, schema] of settings) {
    assert.match(schema.markdownDescription ?? schema.description ?? '', /\.$/, key);
    assert.ok(fits(schema.default, schema), `${key}: ${JSON.stringify(schema.default)}`);
  }
  const orders = settings.map(([, schema]) => schema.order);
  assert.deepEqual(new Set(orders).size, settings.length);
});

test('defaults inside the connections setting fit their schemas', () => {
  const fields = connectionFields();

  for (const [key, schema] of Object.entries(fields)) {
    if ('default' in schema) assert.ok(fits(schema.default, schema), key);
  }
  assert.ok('engine' in fields);
});

test('the engines in package.json are the engines that the code knows', () => {
  const kinds = engines.map(({ kind }) => kind);

  assert.deepEqual(connectionFields()['engine']?.enum, kinds);
});

test('what an engine wants to know of a connection has its place in the settings, and nothing else', () => {
  const common = ['id', 'name', 'engine', 'url', 'environment', 'readOnly'];
  const details = engines.flatMap((engine) => engine.details.map(({ key }) => key));

  assert.deepEqual(Object.keys(connectionFields()).toSorted(), [...common, ...details].toSorted());
});

/** Settings with which somebody else's folder can do no harm: numbers, and what is on or off. */
const harmless = ['boolean', 'integer', 'number'];

test('a folder that is not trusted decides neither where requests go nor what is read', () => {
  const { restrictedConfigurations } = readPackageJson().capabilities.untrustedWorkspaces;
  const risky = settings.filter(([, { type }]) => !harmless.includes(String(type)));

  assert.ok(restrictedConfigurations.includes('workflowTasks.connections'));
  assert.deepEqual(
    risky.map(([key]) => key).filter((key) => !restrictedConfigurations.includes(key)),
    [],
  );
});

test('no setting is made for a secret', () => {
  const names = [...settings.map(([key]) => key), ...Object.keys(connectionFields())];

  assert.deepEqual(
    names.filter((name) => /secret|token(?!Url)|password|apiKey/i.test(name)),
    [],
  );
});

function connectionFields(): Readonly<Record<string, Schema>> {
  const connections = settings.find(([key]) => key === 'workflowTasks.connections');
  return connections?.[1].items?.properties ?? {};
}

function fits(value: unknown, schema: Schema): boolean {
  if (schema.enum) return schema.enum.some((word) => word === value);
  switch (schema.type) {
    case 'integer':
      return (
        Number.isInteger(value) &&
        Number(value) >= (schema.minimum ?? -Infinity) &&
        Number(value) <= (schema.maximum ?? Infinity)
      );
    case 'array':
      return Array.isArray(value) && value.every((item) => fits(item, schema.items ?? {}));
    case 'number':
    case 'string':
    case 'boolean':
      return typeof value === schema.type;
    default:
      return false;
  }
}
