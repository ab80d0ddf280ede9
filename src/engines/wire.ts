import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';

import { isJsonNumber, isJsonObject, type JsonObject } from '../domain/json.ts';

// The fields of servers' records, tolerant on purpose: servers leave fields out, write null for
// them, and send other types than they document. An odd field counts as absent, so that it does not
// hide its record. Only what a row needs is required.

/** What identifies a record, and cannot be missing. */
export const id = z.string().check(z.minLength(1));

/** A text; an empty one counts as absent too, as servers send either. */
export const text = orElse(z.optional(id), undefined);

/** A text whose empty value means something else than its absence. */
export const anyText = orElse(z.optional(z.string()), undefined);

/** A number. Some servers write 2.0, which is no number of JavaScript's in our JSON. */
export const number = orElse(
  z.optional(
    z.pipe(
      z.custom((value) => isJsonNumber(value) && Number.isFinite(Number(String(value)))),
      z.transform((value: unknown) => Number(String(value))),
    ),
  ),
  undefined,
);

export const flag = orElse(z.optional(z.boolean()), undefined);

/** An object that may be missing. */
export const maybeObject = orElse(
  z.optional(z.custom<JsonObject>((value) => isJsonObject(value))),
  undefined,
);

/** An object; empty where there is none. */
export const object = orElse(
  z.custom<JsonObject>((value) => isJsonObject(value)),
  () => ({}),
);

/** A list as it came; its items are read one by one, so that an odd one does not hide the others. */
export const items = orElse(z.array(z.unknown()), () => []);

/** The texts of a list. */
export const texts = z.pipe(
  items,
  z.transform((all: unknown[]) => all.filter((one) => typeof one === 'string')),
);
