import { textOf } from '../../json.ts';

/** The methods that scripts of workflow definitions use most; any other throws. */
export function callMethod(object: unknown, name: string, args: readonly unknown[]): unknown {
  if (object === null || object === undefined) {
    throw new TypeError(`Cannot read property '${name}' of ${String(object)}`);
  }
  const [first] = args;
  if (typeof object === 'string') return textMethod(object, name, first);
  if (Array.isArray(object)) {
    if (name === 'includes') return object.includes(first);
    if (name === 'indexOf') return object.indexOf(first);
    if (name === 'join') return object.join(first === undefined ? ',' : textOf(first));
  }
  if (name === 'toString') return textOf(object);
  throw new TypeError(`The mock server does not know the method ${name}`);
}

function textMethod(text: string, name: string, first: unknown): unknown {
  switch (name) {
    case 'includes':
      return text.includes(String(first));
    case 'indexOf':
      return text.indexOf(String(first));
    case 'startsWith':
      return text.startsWith(String(first));
    case 'endsWith':
      return text.endsWith(String(first));
    case 'toUpperCase':
      return text.toUpperCase();
    case 'toLowerCase':
      return text.toLowerCase();
    case 'trim':
      return text.trim();
    case 'split':
      return text.split(String(first));
    case 'toString':
      return text;
    default:
      throw new TypeError(`The mock server does not know the method ${name}`);
  }
}
