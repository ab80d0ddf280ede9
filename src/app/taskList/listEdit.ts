/** A change of a document's text, line by line. Lines count from 0, in the text as it stood. */
export type ListEdit =
  | { readonly kind: 'replace'; readonly line: number; readonly text: string }
  | { readonly kind: 'remove'; readonly line: number }
  /** Behind the last line. */
  | { readonly kind: 'append'; readonly lines: readonly string[] };
