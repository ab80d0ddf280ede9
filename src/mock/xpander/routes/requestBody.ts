import { AnswerError, invalid } from '../answerError.ts';
import type { Wire } from '../model.ts';

/** The JSON object in a request's body, decompressed. Throws a 422 answer. */
export async function requestBody(request: Request): Promise<Wire> {
  const value = await jsonOf(request);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Wire;
  const msg = 'Input should be a valid dictionary or object to extract fields from';
  throw invalid(['body'], msg, 'model_attributes_type');
}

/** The JSON list in a request's body. Throws a 422 answer. */
export async function requestList(request: Request): Promise<readonly unknown[]> {
  const value = await jsonOf(request);
  if (Array.isArray(value)) return value;
  throw invalid(['body'], 'Input should be a valid list', 'list_type');
}

async function jsonOf(request: Request): Promise<unknown> {
  try {
    return JSON.parse(await textOf(request));
  } catch (error) {
    if (error instanceof AnswerError) throw error;
    throw invalid(['body', 0], 'JSON decode error', 'json_invalid');
  }
}

async function textOf(request: Request): Promise<string> {
  const encoding = request.headers.get('content-encoding')?.toLowerCase();
  if (encoding !== 'gzip' && encoding !== 'deflate') return await request.text();
  try {
    const unpacked = request.body?.pipeThrough(new DecompressionStream(encoding));
    return await new Response(unpacked ?? null).text();
  } catch {
    throw new AnswerError(400, 'There was an error parsing the body');
  }
}
