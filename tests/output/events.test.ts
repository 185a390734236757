// The heads of events and places.
import { describe, expect, test } from 'vitest';
import { entryName } from '../../src/archive/names.ts';
import { stated } from '../../src/archive/stated.ts';
import { dateWords } from '../../src/model/dates.ts';
import { ownArchive } from '../support/archive.ts';
import { attributes, hrefs, parse, texts } from '../support/site.ts';

const archive = ownArchive();
const events = archive.list('events');

/** The cells of a head: the text of each value by its label. */
function head(id: string): Record<string, string[]> {
  const $ = parse(`events/${id}.html`);
  const cells = [...$('.lede ~ .overview > dl > div')];
  return Object.fromEntries(cells.map((cell) => [$('dt', cell).text(), texts($('dd', cell))]));
}

test('the index of events begins, on narrow screens, with the three that most reports are about', () => {
  const counts = events.map((event) => archive.about(event).length).toSorted((a, b) => b - a);
  const list = parse('events/index.html')('.most-reported');
  const links = hrefs(list.find('a'));
  expect(links.length).toBe(3);
  for (const id of links.map((link) => link.replace('.html', '')))
    expect(archive.about({ collection: 'events', id }).length, id).toBeGreaterThanOrEqual(counts[2] ?? 0);
  // Names that have commas are parted by semicolons.
  expect(list.text().split(';')).toHaveLength(3);
  expect(list.text()).toContain(',');
});

test('the head of every event has its dates, its places and those said to have done it', () => {
  const wrong = events.flatMap(({ id, data }) => {
    const cells = head(id);
    const text = Object.values(cells).flat().join('\n');
    const missing = [
      ...data.date.map(({ value }) => dateWords(value)),
      ...[...data.places, ...data.actors].map(({ value }) => entryName(archive, value)),
    ].filter((part) => !text.includes(part));
    const dateless = data.date.length === 0 && cells['When']?.join() !== 'No source gives a date';
    return [...missing, ...(dateless ? ['no word on the date'] : [])].map((what) => `${id}: ${what}`);
  });
  expect(events.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

test('it gives harm and outcome voice first, and of each side at least one', () => {
  const wrong: string[] = [];
  for (const { id, data } of events) {
    for (const [label, field] of [
      ['Killed or hurt', data.harm],
      ['How it ended', data.outcome],
    ] as const) {
      const lines = head(id)[label] ?? [];
      const values = stated(archive, field);
      const shown = values.filter(({ value }) => lines.some((line) => line.includes(`: ${value}`)));
      for (const { value, voices, verb } of shown) {
        const line = lines.find((each) => each.includes(`: ${value}`)) ?? '';
        const [voice] = voices.length <= 3 ? voices : [];
        if (voice && !line.split(` ${verb}: `)[0]?.includes(entryName(archive, voice.ref)))
          wrong.push(`${id}: “${line}” does not begin with its voice`);
      }
      const sides = new Set(values.flatMap((value) => value.sides));
      const unheard = sides.difference(new Set(shown.flatMap((value) => value.sides)));
      if (unheard.size > 0) wrong.push(`${id}, ${label}: nothing of ${[...unheard].join(', ')}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('an accusation begins with the voice and its mark, and the denial stands beside it', () => {
  const $ = parse('events/kremlin-drones.html');
  const lines = $('.overview dt:contains("Who did it") ~ dd');
  expect(texts(lines)).toEqual([
    expect.stringMatching(/^Foreign country: United States assessed: Ukrainian intelligence/),
    expect.stringMatching(/^Kyiv: Volodymyr Zelensky denied this/),
  ]);
  expect(lines.find('a .side')).toHaveLength(0);
});

test('two statements of one voice in a head have their sources', () => {
  const lines = head('belgorod-raid-may-2023')['Killed or hurt'] ?? [];
  const legion = lines.filter((line) => line.includes('Freedom of Russia Legion claimed:'));
  expect(legion).toHaveLength(2);
  expect(legion[0]).toContain('Latest News World (reprint), published about 24 May 2023');
  expect(legion[1]).toContain('BBC on the Corps’s briefing, published 24 May 2023');
});

test('an attack on which no source names anybody or any harm says so', () => {
  expect(head('overnight-drones-grayvoron')).toMatchObject({
    'Who did it': ['No source names anybody'],
    'Killed or hurt': ['No source says'],
  });
});

test('every value that the head leaves out is in the facts that it links to', () => {
  const $ = parse('events/belgorod-raid-may-2023.html');
  const { harm } = archive.entry({ collection: 'events', id: 'belgorod-raid-may-2023' }).data;
  expect($('.overview a[href="#fact-harm"]').text()).toBe(`${harm.length - 6} more, further down`);
  expect($('details:not([open]) #fact-harm > dd')).toHaveLength(harm.length);
});

describe('the page of the May raid', () => {
  const $ = parse('events/belgorod-raid-may-2023.html');

  test('folds its later sections, and none of the words of a party', () => {
    const folded = texts($('.prose > .fold > summary > h2'));
    expect(folded.length).toBeGreaterThan(2);
    for (const party of ['militias', 'Moscow', 'Kyiv'])
      expect(folded.filter((heading) => heading.includes(party))).toEqual([]);
  });

  test('has the first report of each side, and a button for each side', () => {
    const classes = attributes($('.side-filter ~ .reports > li'), 'class');
    const shown = classes.map((name) => /by-([a-z-]+)/.exec(name)?.[1]);
    const buttons = attributes($('.side-filter input'), 'value');
    expect(new Set(shown).size).toBe(shown.length);
    expect(new Set(buttons.slice(1))).toEqual(new Set(shown));
  });
});

test('a place has its map in its head', () => {
  const $ = parse('places/grayvoron.html');
  expect($('.prose > .overview > .place-map')).toHaveLength(1);
  expect($('.beside .place-map')).toHaveLength(0);
});

test('the index has its events in one order: on the rails, among the days and in the list', () => {
  const $ = parse('events/index.html');
  const inList = hrefs($('.timeline .card .name a'));
  expect(hrefs($('.chart-events :is(.event-rail, .event-days) a'))).toEqual(inList);
  expect(inList).toHaveLength(events.length);
});

test('the events with a date lead to the one before and the one after, an event without a date to none', () => {
  const dated = events.filter(({ data }) => data.date.length > 0);
  expect(dated.length).toBeLessThan(events.length);
  for (const { id } of events) {
    const index = dated.findIndex((event) => event.id === id);
    const beside = index < 0 ? [] : [dated[index - 1], dated[index + 1]].flatMap((event) => event?.id ?? []);
    const links = hrefs(parse(`events/${id}.html`)('.neighbours a'));
    expect(links, id).toEqual(beside.map((other) => `${other}.html`));
  }
});

test('where no source gives harm, an event leads to its parts that have some, and an official act has no such line', () => {
  const hurt = events.filter(({ data }) => data.harm.length > 0);
  const parts = Map.groupBy(hurt, ({ data }) => data.part_of?.id);
  const wholes = events.filter(({ id, data }) => data.harm.length === 0 && parts.has(id));
  expect(wholes.length).toBeGreaterThan(0);
  for (const { id } of wholes)
    for (const { data } of parts.get(id) ?? [])
      expect(head(id)['Killed or hurt']?.[0], id).toContain(data.title);
  const acts = events.filter(({ data }) => data.kind === 'measure' && data.harm.length === 0);
  expect(acts.length).toBeGreaterThan(0);
  for (const { id } of acts) {
    expect(Object.keys(head(id)), id).not.toContain('Killed or hurt');
    expect(parse(`events/${id}.html`)('.all-facts dt').text(), id).not.toContain('Killed or hurt');
  }
});
