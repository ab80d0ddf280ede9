import { isObject, type JsonObject } from '../json.ts';
import { badRequest } from './apiError.ts';
import { requiredText } from './apiRequest.ts';

type Matches = (workflow: string, version: string) => boolean;

/** Reads workflowFilters. @throws {ApiError} 400 with fewer than `least` or more than 100 */
export function readWorkflowFilters(filter: JsonObject, least: number): Matches {
  const list = filter['workflowFilters'];
  if (list === undefined || list === null) return () => true;
  if (!Array.isArray(list)) throw badRequest('workflowFilters must be a list.');
  if (list.length > 100) throw badRequest('Maximum 100 items are allowed per request.');
  if (list.length < least) throw badRequest(`workflowFilters must hold at least ${least} item(s).`);
  if (list.length === 0) return () => true;
  const wanted = list.map((item) => {
    if (!isObject(item)) throw badRequest('workflowFilters must hold objects.');
    const version = item['version'];
    return { externalId: requiredText(item, 'externalId'), version: version ?? undefined };
  });
  return (workflow, version) =>
    wanted.some(
      (one) =>
        one.externalId === workflow && (one.version === undefined || one.version === version),
    );
}
