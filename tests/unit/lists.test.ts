// Long lists are split into pages without losing an item.
import { describe, expect, test } from 'vitest';
import {
  furtherPages,
  indexList,
  listPages,
  longLists,
  listPageAddress,
  referrerLists,
  reportLists,
  SHOWN,
  type PagedList,
} from '../../src/archive/lists.ts';
import { mapPlace, type MapPlace } from '../../src/charts/map-places.ts';
import { drawMap } from '../../src/charts/map.ts';
import { LIMITS, weightiest } from '../../src/charts/limits.ts';
import { ENTRY_COLLECTIONS, refKey } from '../../src/model/references.ts';
import { SIDES } from '../../src/model/sides.ts';
import { ownArchive } from '../support/archive.ts';
import { inventedArchive } from '../support/invented.ts';

const large = inventedArchive(1_500);
const site = ownArchive();
const pages = furtherPages(large);

/** The maximum number of items on one page. */
const MOST_ITEMS = 100;

const byName = (a: MapPlace, b: MapPlace): number => a.name.localeCompare(b.name, 'en');

/** The first event of the plan, which most reports are about. */
const hub = large.list('events').find(({ id }) => id.endsWith('-0')) ?? expect.fail('no event');

describe('in a large library', () => {
  test.each(ENTRY_COLLECTIONS)('the index of %s has every entry once, in pages of a bounded size', (name) => {
    const list = indexList(large, name);
    const listed = listPages<PagedList>(list);
    expect(new Set(list.items.map(refKey)).size).toBe(large.list(name).length);
    expect(listed.flatMap(({ items }) => [...items])).toEqual([...list.items]);
    for (const { items } of listed) expect(items.length).toBeLessThanOrEqual(MOST_ITEMS);
  });

  test('a long index has several pages: the first is the index itself, each of the others has its own address', () => {
    const list = indexList(large, 'organisations');
    expect(listPages(list).length).toBeGreaterThan(1);
    expect(listPageAddress(list, 1)).toBe('/organisations/index.html');
    expect(listPageAddress(list, 2)).toBe('/organisations/index/all-2.html');
    const addresses = pages.map(({ list: each, number }) => listPageAddress(each, number));
    expect(addresses).toContain('/organisations/index/all-2.html');
    expect(addresses).not.toContain('/organisations/index.html');
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('an index keeps the order of sides over its pages', () => {
    const sides = indexList(large, 'organisations').items.map(({ data }) =>
      'side' in data ? SIDES.indexOf(data.side) : -1,
    );
    expect(sides).toEqual(sides.toSorted((a, b) => a - b));
  });

  test('a list that is shortened on the page of its entry has further pages with all items', () => {
    const lists = longLists(large, hub);
    expect(lists.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['about', 'from-organisations', 'from-questions']),
    );
    for (const list of lists) {
      const held = pages.filter(({ list: { owner, id } }) => refKey(owner) === refKey(hub) && id === list.id);
      expect(held.map(({ number }) => number)).toEqual(listPages(list).map((_page, index) => index + 1));
    }
    const from = referrerLists(large, hub).flatMap(({ items }) => items.map((each) => refKey(each.from)));
    expect(from.toSorted()).toEqual(
      [...new Set(large.mentionsOf(hub).map((each) => refKey(each.from)))].sort(),
    );
  });

  test('a short list has no further pages', () => {
    for (const { list } of pages)
      if (list.owner.id !== 'index') expect(list.items.length).toBeGreaterThan(SHOWN.reports);
    const short = large
      .list('people')
      .find((entry) => reportLists(large, entry).every(({ items }) => items.length <= SHOWN.reports));
    expect(short === undefined ? [] : longLists(large, short)).toEqual([]);
  });

  test('a map of many places has a mark for each, and a name for each that has room', () => {
    const most = weightiest(large.list('places'), LIMITS.places, (entry) => large.about(entry).length);
    const places = most.map((entry) => mapPlace(large, entry));
    const map = drawMap(places);
    expect(places).toHaveLength(LIMITS.places);
    expect(map?.marks.map(({ place }) => place).toSorted(byName)).toEqual(
      places.filter(({ at }) => at).toSorted(byName),
    );
    expect(map?.labels.length).toBeGreaterThan(5);
  });
});

test('the index of sources has the held ones before the seen ones, each in order of the short name', () => {
  const listed = indexList(site, 'sources').items.flatMap(({ data }) => ('capture' in data ? [data] : []));
  expect(listed.map(({ capture }) => capture)).toEqual(
    listed.map((_data, index) => (index < site.heldSources.length ? 'held' : 'seen')),
  );
  for (const kind of ['held', 'seen']) {
    const names = listed
      .filter(({ capture }) => capture === kind)
      .map(({ short }) => short.replace(/^The /, ''));
    expect(names.length).toBeGreaterThan(1);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
  }
});

test('the events of a place and the parts of an event are in order of time', () => {
  const order = new Map(site.list('events').map((event, index) => [event, index]));
  for (const ref of [...site.list('places'), ...site.list('events')]) {
    const events = site.eventsOf(ref);
    expect(events).toEqual(
      site
        .list('events')
        .filter(({ data }) =>
          [...data.places.map(({ value }) => value), data.part_of].some(
            (each) => each && refKey(each) === refKey(ref),
          ),
        ),
    );
    expect(events.map((event) => order.get(event))).not.toContain(undefined);
  }
});
