import type { Output } from '../../domain/task.ts';
import type { OutputChange, OutputMode, OutputOption } from '../../domain/update.ts';

/** What is wrong with a text that is to be an output, and where. Offsets are UTF-16 units. */
export interface TextProblem {
  readonly message: string;
  readonly offset: number;
  readonly length: number;
  readonly severity: 'error' | 'warning';
}

export type ParsedOutput =
  | {
      readonly kind: 'ok';
      /** Undefined for a blank text: no output is sent. An empty object is typed as `{}`. */
      readonly output: OutputChange | undefined;
      /** Size as sent, in bytes of UTF-8. */
      readonly bytes: number;
      readonly warnings: readonly TextProblem[];
    }
  | { readonly kind: 'bad'; readonly problems: readonly TextProblem[] };

/** Reads an output as a person types it: JSON with comments and trailing commas, or plain text. */
export function parseOutput(
  _text: string,
  _option: OutputOption,
  _mode?: OutputMode,
): ParsedOutput {
  throw new Error('not built yet');
}

/** The text that shows an output for editing; no digit is lost. */
export function formatOutput(_output: Output): string {
  throw new Error('not built yet');
}
