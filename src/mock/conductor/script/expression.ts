/** The subset of JavaScript for loop conditions, cases and inline scripts. */
export type Expression =
  | { readonly kind: 'value'; readonly value: null | boolean | number | string | undefined }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'array'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Expression])[] }
  | { readonly kind: 'member'; readonly object: Expression; readonly key: Expression }
  | { readonly kind: 'call'; readonly target: Expression; readonly args: readonly Expression[] }
  | { readonly kind: 'function'; readonly body: readonly Statement[] }
  | { readonly kind: 'unary'; readonly sign: string; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly sign: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'choice';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    };

export type Statement =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'set'; readonly name: string; readonly expression: Expression }
  | { readonly kind: 'return'; readonly expression: Expression }
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
  | {
      readonly kind: 'if';
      readonly test: Expression;
      readonly yes: Statement;
      readonly no: Statement | undefined;
    };
