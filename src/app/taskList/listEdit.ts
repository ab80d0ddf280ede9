/** A change of a document's text by lines. Lines count from 0 in the text before all changes. */
export type ListEdit =
  | { readonly kind: 'replace'; readonly line: number; readonly text: string }
  | { readonly kind: 'remove'; readonly line: number }
  /** Behind the last line. */
  | { readonly kind: 'append'; readonly lines: readonly string[] };
