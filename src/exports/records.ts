// Entries and questions as JSON records, events as GeoJSON features.
import { positionAddress } from '../archive/addresses.ts';
import { pageAddress } from '../model/content-links.ts';
import type { Archive } from '../archive/archive.ts';
import { entryName } from '../archive/names.ts';
import { splitEvidenceMarks, withoutMarkup } from '../model/evidence-marks.ts';
import { isEntryRef, isReportRef, parseReportKey, refKey } from '../model/references.ts';
import { pageEntries, path, positionKey, type PageEntry } from './table.ts';

/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The data of an entry as JSON: a reference becomes the key that was written in the content file. */
function plain(value: unknown): Json {
  if (isEntryRef(value)) return refKey(value);
  if (isReportRef(value)) return value.id;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) return plainFields(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The fields of an object as JSON, without those that are undefined. */
function plainFields(fields: object): Record<string, Json> {
  const defined = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(defined.map(([name, value]) => [name, plain(value)]));
}

/** The fields of an entry. The summary is plain text, and `summary_reports` has the reports that it cites. */
function record(entry: PageEntry): Record<string, Json> {
  const { title, summary, links: _links, cites: _cites, search: _search, ...fields } = entry.data;
  const cited = splitEvidenceMarks(summary).flatMap((piece) => (piece.type === 'evidence' ? piece.keys : []));
  return {
    id: refKey(entry),
    collection: entry.collection,
    title,
    summary: withoutMarkup(summary),
    summary_reports: cited.filter((key) => parseReportKey(key) !== undefined),
    ...plainFields(fields),
    address: path(pageAddress(entry)),
  };
}

/** All entries with a page, except the questions. */
export function entityRecords(archive: Archive): Json[] {
  return pageEntries(archive)
    .filter(({ collection }) => collection !== 'questions')
    .map(record);
}

/** All questions with their positions, the voices that take them, and the standing of each. */
export function questionRecords(archive: Archive): Json[] {
  return archive.questions.map(({ entry, positions, standing, withSeen }) => ({
    ...record(entry),
    standing,
    standing_with_seen: withSeen.standing,
    positions: positions.map(({ id, answer, short, figure, wordings, ...own }, index) => ({
      position: positionKey(entry.id, id),
      ...plainFields({ answer, short, figure }),
      ...(wordings.length > 0 && {
        wordings: wordings.map(({ by, answer: words }) => ({ voice: refKey(by), answer: words })),
      }),
      standing: own.standing,
      standing_with_seen: withSeen.positions[index]?.standing ?? null,
      voices: own.voices.map(({ ref, side, reports }) => ({
        voice: refKey(ref),
        name: entryName(archive, ref),
        side,
        reports: reports.map(({ key }) => key),
      })),
      reports: own.reports.map(({ key }) => key),
      address: path(positionAddress(entry.id, id)),
    })),
  }));
}

/**
 * One GeoJSON feature (RFC 7946) for each event at each of its places. A place that is an area, or whose position is
 * unknown, has no geometry.
 */
export function eventFeatures(archive: Archive): Json[] {
  return archive.list('events').flatMap((event): Json[] => {
    const { title, kind, date, places, actors } = event.data;
    const locations = places.length > 0 ? places : [undefined];
    return locations.map((at) => {
      const place = at && archive.entry({ collection: 'places', id: at.value.id });
      const point = place?.data.point;
      return {
        type: 'Feature',
        geometry: point ? { type: 'Point', coordinates: [point.longitude, point.latitude] } : null,
        properties: {
          event: refKey(event),
          name: title,
          kind,
          dates: date.map(({ value }) => value),
          actors: actors.map(({ value }) => refKey(value)),
          place: at ? refKey(at.value) : null,
          place_name: place?.data.title ?? null,
          precision: point?.precision ?? null,
          area: plain(place?.data.area ?? []),
          reports: at ? at.reports.map(({ id }) => id) : [],
          address: path(pageAddress(event)),
        },
      };
    });
  });
}
