/** The message of an error as a full sentence, so that another one can follow. */
export function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message.trim() : String(error);
  if (message === '') return 'No reason was given.';
  return /[.!?…]$/.test(message) ? message : `${message}.`;
}
