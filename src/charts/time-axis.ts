// The ticks of a time axis in words, in UTC.

/**
 * Names a tick, and the wider unit if it begins there: "22" and "May 2023"; "Mar" and "2023"; "2014".
 * @param before the previous tick; undefined for the first
 */
export function tickWords(
  date: Date,
  before: Date | undefined,
  unit: 'day' | 'month' | 'year',
): { readonly words: string; readonly under: string | undefined } {
  const year = `${date.getUTCFullYear()}`;
  const newYear = date.getUTCFullYear() !== before?.getUTCFullYear();
  const month = date.toLocaleDateString('en-GB', { month: 'short', timeZone: 'UTC' });
  if (unit === 'year') return { words: year, under: undefined };
  if (unit === 'month') return { words: month, under: newYear ? year : undefined };
  const newMonth = newYear || date.getUTCMonth() !== before?.getUTCMonth();
  return {
    words: `${date.getUTCDate()}`,
    under: newYear ? `${month} ${year}` : newMonth ? month : undefined,
  };
}
