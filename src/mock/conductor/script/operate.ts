/** A binary operator of JavaScript. Evaluates the right side only where the left requires it. */
export function operate(sign: string, left: unknown, right: () => unknown): unknown {
  if (sign === '&&') return left ? right() : left;
  if (sign === '||') return left ? left : right();
  const other = right();
  return compare(sign, left, other) ?? calculate(sign, left, other);
}

function compare(sign: string, left: unknown, right: unknown): boolean | undefined {
  switch (sign) {
    case '===':
      return left === right;
    case '!==':
      return left !== right;
    case '==':
      return looselyEqual(left, right);
    case '!=':
      return !looselyEqual(left, right);
    case '<':
      return order(left, right) < 0;
    case '>':
      return order(left, right) > 0;
    case '<=':
      return order(left, right) <= 0;
    case '>=':
      return order(left, right) >= 0;
    default:
      return undefined;
  }
}

function calculate(sign: string, left: unknown, right: unknown): unknown {
  switch (sign) {
    case '+':
      return typeof left === 'string' || typeof right === 'string'
        ? String(left) + String(right)
        : Number(left) + Number(right);
    case '-':
      return Number(left) - Number(right);
    case '*':
      return Number(left) * Number(right);
    case '/':
      return Number(left) / Number(right);
    case '%':
      return Number(left) % Number(right);
    default:
      throw new SyntaxError(`The mock server does not know the operator ${sign}`);
  }
}

/** Negative, 0 or positive; NaN where the two have no order. */
function order(left: unknown, right: unknown): number {
  if (typeof left !== 'string' || typeof right !== 'string') return Number(left) - Number(right);
  return left < right ? -1 : left > right ? 1 : 0;
}

function looselyEqual(left: unknown, right: unknown): boolean {
  if (left === null || left === undefined) return right === null || right === undefined;
  if (right === null || right === undefined) return false;
  if (typeof left === typeof right) return left === right;
  return Number(left) === Number(right);
}
