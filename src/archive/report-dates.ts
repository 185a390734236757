// Time order of reports: when a thing was said, else when its source appeared.
import { dateOrder, isDay } from '../model/dates.ts';
import type { Archive } from './archive.ts';
import type { Report } from './reports.ts';

/** The date to place a report by: its own, else its source's; undefined where neither is known. */
export function reportDate(archive: Archive, report: Report): string | undefined {
  return report.on ?? archive.entry({ collection: 'sources', id: report.source }).data.date?.value;
}

/** Reports in time order; those of one day stay in source and paragraph order. */
export function inTimeOrder(archive: Archive, reports: readonly Report[]): Report[] {
  const order = (report: Report): number => {
    const date = reportDate(archive, report);
    return date === undefined ? Number.POSITIVE_INFINITY : dateOrder(date);
  };
  return [...reports].sort(
    (a, b) =>
      order(a) - order(b) ||
      a.source.localeCompare(b.source, 'en') ||
      a.paragraph - b.paragraph ||
      a.number - b.number,
  );
}

/** `2023-05-22` where the day a report was said is known, for search and sorting. */
export function reportDay(report: Report): string | undefined {
  return report.on !== undefined && isDay(report.on) ? report.on.slice(0, 10) : undefined;
}
