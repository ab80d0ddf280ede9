/** A part of a template: plain text, or a variable between `${` and `}`. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly body: string; readonly source: string }
  /** A `${` without its brace. */
  | { readonly kind: 'unclosed'; readonly source: string };

/**
 * Splits a string at its variables. `$${` stands for the two characters `${`. Inside a variable a
 * backslash escapes the next character: `\}`, `\:`, `\|`.
 */
export function parseTemplate(template: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let text = '';
  let at = 0;
  while (at < template.length) {
    if (template.startsWith('$${', at)) {
      text += '${';
      at += 3;
    } else if (template.startsWith('${', at)) {
      if (text !== '') parts.push({ kind: 'text', text });
      text = '';
      const end = closingBrace(template, at + 2);
      const source = template.slice(at, end + 1);
      parts.push(
        end < 0
          ? { kind: 'unclosed', source: template.slice(at) }
          : { kind: 'variable', body: template.slice(at + 2, end), source },
      );
      at = end < 0 ? template.length : end + 1;
    } else {
      text += template[at];
      at += 1;
    }
  }
  return text === '' ? parts : [...parts, { kind: 'text', text }];
}

/** The template that expands to exactly this text. */
export function escapeTemplate(text: string): string {
  return text.replaceAll('${', '$$${');
}

/**
 * Splits at each separator without a backslash before it. The last of `limit` pieces holds the
 * rest. The backslashes stay: `unescaped` removes them.
 */
export function splitEscaped(text: string, separator: string, limit = Infinity): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === separator && pieces.length < limit - 1) {
      pieces.push(piece);
      piece = '';
      continue;
    }
    piece += text[at];
    if (text[at] === '\\' && at + 1 < text.length) piece += text[(at += 1)];
  }
  return [...pieces, piece];
}

export function unescaped(text: string): string {
  return text.replace(/\\(.)/gsu, '$1');
}

function closingBrace(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '}') return at;
  }
  return -1;
}
