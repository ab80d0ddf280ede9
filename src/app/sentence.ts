/** What an error says, as a sentence that others can follow. */
export function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message.trim() : String(error);
  if (message === '') return 'No reason was given.';
  return /[.!?…]$/.test(message) ? message : `${message}.`;
}
