// Medians and spreads, in words.

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** Whole numbers as they are, others in about three digits, a space between thousands: "1 240", "86.3", "0.42". */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
}

/** The median, and in brackets the least and the greatest where they are not one. */
export function spread(numbers: readonly number[]): string {
  if (numbers.length === 0) return '–';
  const [least, greatest] = [Math.min(...numbers), Math.max(...numbers)].map(figure);
  const middle = figure(median(numbers));
  return least === greatest ? middle : `${middle} (${least}–${greatest})`;
}

/** "0.45×", or nothing where one of the two is missing, or nothing to compare with. */
export function ratio(a: number, b: number): string {
  return Number.isFinite(a / b) ? `${(a / b).toFixed(2)}×` : '–';
}
