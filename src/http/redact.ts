import { encodeText } from './path.ts';

const hidden = '•••';

// The name may be quoted or a header's; the value runs to the next delimiter.
const named =
  /(\b(?:x-)?(?:authorization|api[-_]?key|(?:access|refresh|id)?[-_]?token|(?:client[-_]?|key[-_]?)?secret|password|passwd|cookie|set-cookie)\b["']?\s*[:=]\s*["']?)(?:(?:bearer|basic)\s+)?[^\s"'&,;}]+/gi;
const scheme = /\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi;
// A token's first part is enough: if its dot were required, this would read a hostile text anew
// from each "eyJ".
const jsonWebToken = /\beyJ[\w-]{5,}(?:\.[\w-]*){0,2}/g;
const urlCredentials = /:\/\/[^\s/?#@]+@/g;

/**
 * The one place that hides secrets, for logs and errors alike. Hides what looks like a secret, and
 * every value in `secrets` (such as the sign-in headers just sent) wherever it occurs.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  let result = text;
  for (const secret of secrets.flatMap(spellings)) {
    // Shorter ones would blank out ordinary words.
    if (secret.length >= 6) result = result.replaceAll(secret, hidden);
  }
  return result
    .replace(urlCredentials, `://${hidden}@`)
    .replace(jsonWebToken, hidden)
    .replace(named, `$1${hidden}`)
    .replace(scheme, `$1 ${hidden}`);
}

/** A secret as it is, and as it stands in an address, a form and a JSON text. */
function spellings(secret: string): readonly string[] {
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
  const inJson = JSON.stringify(secret).slice(1, -1);
  return [secret, encodeText(secret), form, inJson];
}
