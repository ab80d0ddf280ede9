const tokens = /yyyy|yy|MM|dd|HH|mm|ss|SSS/g;

/** A moment in local time. The format knows yyyy, MM, dd, HH, mm, ss and SSS. Other text stays. */
export function dateText(epochMs: number, format: string): string {
  const date = new Date(epochMs);
  const two = (value: number) => String(value).padStart(2, '0');
  const values: Readonly<Record<string, string>> = {
    yyyy: String(date.getFullYear()).padStart(4, '0'),
    yy: two(date.getFullYear() % 100),
    MM: two(date.getMonth() + 1),
    dd: two(date.getDate()),
    HH: two(date.getHours()),
    mm: two(date.getMinutes()),
    ss: two(date.getSeconds()),
    SSS: String(date.getMilliseconds()).padStart(3, '0'),
  };
  return format.replace(tokens, (token) => values[token] ?? token);
}
