/**
 * SQL's LIKE with `%text%` for a free text: `%` stands for any text, on newer servers `*` too, `_`
 * for one character, and case does not count. The work is at most the product of both lengths.
 */
export function isLike(value: string, freeText: string, hasStar: boolean): boolean {
  const text = value.toLowerCase();
  const like = `%${freeText}%`.toLowerCase();
  const pattern = hasStar || freeText === '*' ? like.replaceAll('*', '%') : like;
  let at = 0;
  let place = 0;
  // The last wildcard, and the end of the text that it stands for so far.
  let wildcard = -1;
  let end = 0;
  while (at < text.length) {
    const sign = pattern[place];
    if (sign === '%') {
      wildcard = place;
      end = at;
      place += 1;
    } else if (sign !== undefined && (sign === '_' || sign === text[at])) {
      at += 1;
      place += 1;
    } else {
      place = wildcard + 1;
      end += 1;
      at = end;
    }
  }
  return pattern.slice(place).replaceAll('%', '') === '';
}
