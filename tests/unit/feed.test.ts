// The feed of the site's own content: what the seen sources changed reaches its readers.
import { expect, test } from 'vitest';
import { corrections, correctionsFeed } from '../../src/archive/feed.ts';
import { pageAddress } from '../../src/model/content-links.ts';
import { MDX_COLLECTIONS } from '../../src/model/references.ts';
import { ownArchive } from '../support/archive.ts';

const archive = ownArchive();

test('the feed has every correction of every page, each with an id of its own', () => {
  const changes = MDX_COLLECTIONS.flatMap((name) => archive.list(name).flatMap(({ data }) => data.changes));
  const { items } = correctionsFeed(archive, new URL('https://example.org/'));
  const listed = Array.isArray(items) ? items : [];
  expect(listed.map(({ description }) => description).toSorted()).toEqual(
    changes.map(({ what, why }) => `${what} ${why}`).toSorted(),
  );
  expect(new Set(listed.map(({ customData }) => customData)).size).toBe(changes.length);
});

test('each held source that a seen one corrects has a correction', () => {
  const corrected = archive.heldSources.filter(({ id }) =>
    archive
      .reportsOf(id)
      .some((report) => archive.borneOnBy(report.key).some(({ how }) => how === 'corrects')),
  );
  expect(corrected.length).toBeGreaterThan(1);
  const pages = new Set(corrections(archive).map(({ page }) => page));
  for (const source of corrected) expect(pages, source.id).toContain(pageAddress(source));
});
