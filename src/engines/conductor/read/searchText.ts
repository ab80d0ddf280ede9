import { isEngineError } from '../../../domain/engineError.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { type Search, searchWorkflows } from '../wire/endpoints.ts';
import type { SearchRecord } from '../wire/records.ts';
import type { TextForms } from './textForms.ts';

/** Results of a search for one of several forms of a text. */
export interface FoundText extends SearchRecord {
  /** False where the index rejects every form: the results are those without a text. */
  readonly isTaken: boolean;
}

/**
 * Searches for a text, with the first of its forms that the index takes and that finds something.
 * Without a text it finds all.
 */
export async function searchText(
  send: Send,
  search: Omit<Search, 'freeText'>,
  text: TextForms | undefined,
  signal: AbortSignal,
): Promise<FoundText> {
  const request = (freeText: string) => searchWorkflows({ ...search, freeText });
  const { forms, isExact } = text ?? { forms: ['*'], isExact: true };
  if (isExact) return { ...(await send(request(forms[0]), signal)), isTaken: true };
  let nothing: SearchRecord | undefined;
  for (const form of forms) {
    try {
      // An index that cannot read a form answers 500, which must not be retried.
      const found = await send({ ...request(form), idempotent: false }, signal);
      if (found.results.length > 0 || (found.totalHits ?? 0) > 0) {
        return { ...found, isTaken: true };
      }
      nothing = found;
    } catch (error) {
      if (!isEngineError(error) || (error.status !== 400 && error.status !== 500)) throw error;
    }
  }
  if (nothing !== undefined) return { ...nothing, isTaken: true };
  return { ...(await send(request('*'), signal)), isTaken: false };
}
