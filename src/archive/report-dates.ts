// The dates of reports, and their order in time.
import { dateOrder, isDay } from '../model/dates.ts';
import { byParagraph, type Report } from './reports.ts';

/** The date of a report (EDTF): when it was said, else when its source appeared; undefined if both are unknown. */
export function reportDate({ on, published }: Report): string | undefined {
  return on ?? published?.value;
}

/** Reports in time order, those of the same day by source and paragraph. Reports without a date come last. */
export function inTimeOrder(reports: readonly Report[]): Report[] {
  const order = (report: Report): number => {
    const date = reportDate(report);
    return date === undefined ? Number.POSITIVE_INFINITY : dateOrder(date);
  };
  return reports.toSorted(
    (a, b) => order(a) - order(b) || a.source.localeCompare(b.source, 'en') || byParagraph(a, b),
  );
}

/** The day on which a report was said (`2023-05-22`), or undefined if its date is missing or less precise. */
export function reportDay(report: Report): string | undefined {
  return report.on !== undefined && isDay(report.on) ? report.on.slice(0, 10) : undefined;
}
