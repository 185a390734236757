// Every chart on the built pages has a table, and the table equals the archive. Expected values are counted here from the
// reports and entries of the archive, not by the code that draws.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportAddress } from '../../src/archive/addresses.ts';
import { pageAddress } from '../../src/model/content-links.ts';
import { entryName } from '../../src/archive/names.ts';
import { reportDay } from '../../src/archive/report-dates.ts';
import { mapPlace, placesAround, placesOfEvent } from '../../src/charts/map-places.ts';
import { drawMap } from '../../src/charts/map.ts';
import { letterOf, matrixQuestions } from '../../src/charts/matrix.ts';
import { dateSpan, dateWords } from '../../src/model/dates.ts';
import type { Entry } from '../../src/model/entries.ts';
import { refKey } from '../../src/model/references.ts';
import { ownArchive } from '../support/archive.ts';
import { DIST, WHOLE } from '../support/project.ts';
import { attributes, hrefs, parse, SITE, texts, words, type Elements } from '../support/site.ts';

const archive = ownArchive();
/** The pages with charts. The page of the whole work repeats the charts of the others: see the last test. */
const pages = SITE.filter(
  (path) => path !== WHOLE && /class="(?:chart|place-map)[ "]/.test(readFileSync(join(DIST, path), 'utf8')),
);
const EVENTS = parse('events/index.html');
const MATRIX = parse('questions/index.html');

/** The page of all sources, and that of each held one, with the reports whose lineage it shows. */
const LINEAGES = [
  ['sources/index.html', archive.heldReports] as const,
  ...archive.heldSources.map(({ id }) => [`sources/${id}.html`, archive.reportsOf(id)] as const),
];

/** A cell: its words, without nested lists, and the addresses of its links from the site's root. */
interface Cell {
  readonly text: string;
  readonly links: readonly string[];
}

/** The addresses of links, from the site's root. */
const addresses = (path: string, found: Elements): string[] =>
  hrefs(found).map((href) => {
    const { pathname, hash } = new URL(href, `https://site.example/${path}`);
    return pathname + hash;
  });

/** The rows of a table's body. */
function rows(path: string, selector: string): Cell[][] {
  const $ = parse(path);
  const tables = $(selector);
  expect(tables.length, `${path}: ${selector}`).toBe(1);
  return [...tables.find('tbody tr')].map((row) =>
    [...$(row).children()].map((cell) => ({
      text: words($(cell).text()),
      links: addresses(path, $(cell).find('a')),
    })),
  );
}

/** The id of an entry, from the address of its page. */
const idOf = (href: string): string => href.replace(/^.*\/|\.html$/g, '');

const day = (time: number | null): string =>
  time === null ? 'not given' : new Date(time).toISOString().slice(0, 10);

test('every chart of every page is one of those checked here', () => {
  const found = pages.flatMap((path) =>
    attributes(parse(path)('figure.chart, .place-map'), 'class').map((classes) => {
      const kind = classes.split(' ').find((name) => /^chart-|^place-map/.test(name));
      const folder = kind === 'place-map' && /^(?:events|places)(?=\/)/.exec(path)?.[0];
      return `${folder || path} ${kind ?? '?'}`;
    }),
  );
  expect([...new Set(found)].toSorted()).toEqual(
    [
      'events/index.html chart-events',
      'events/index.html chart-statements',
      'sources/index.html chart-relations',
      ...LINEAGES.map(([path]) => `${path} chart-lineage`),
      'questions/index.html chart-matrix',
      'index.html place-map',
      'events place-map',
      'places place-map',
    ].toSorted(),
  );
});

describe('the page of the events', () => {
  const path = 'events/index.html';

  test('the events: each date of each event, in order of time', () => {
    const expected = archive.list('events').flatMap((event) => {
      const { title, date } = event.data;
      const reports = String(archive.about(event).length);
      if (date.length === 0)
        return [[title, 'date not given', 'not given', 'not given', 'not given', reports]];
      return date.map(({ value, inferred }) => {
        const { from, to } = dateSpan(value);
        const how = inferred === undefined ? 'in a text' : 'inferred';
        return [title, dateWords(value), day(from), day(to), how, reports];
      });
    });
    const table = rows(path, '.chart-events .chart-data table');
    expect(table.map((cells) => cells.map(({ text }) => text))).toEqual(expected);
    expect([...new Set(table.flatMap(([event]) => event?.links ?? []))]).toEqual(
      archive.list('events').map((event) => pageAddress(event)),
    );
  });

  test('the statements: each report with a known day, with its voice and the disputed questions that it answers', () => {
    const expected = archive.heldReports.flatMap((report) => {
      const said = reportDay(report);
      if (said === undefined) return [];
      const opposed = report.answers.flatMap(({ question, position }) => {
        const { positions } = archive.question(question);
        const disputed = positions.some(({ id, standing }) => id === position && standing === 'disputed');
        return disputed ? [pageAddress({ collection: 'questions', id: question })] : [];
      });
      return [
        [dateWords(said), pageAddress(report.voice), reportAddress(report.key), ...opposed].join(' | '),
      ];
    });
    const table = rows(path, '.chart-statements .chart-data table').map(([when, who, what, against]) => ({
      day: when?.text ?? '',
      key: [when?.text, ...[who, what, against].flatMap((cell) => cell?.links ?? [])].join(' | '),
    }));
    expect(table.map(({ key }) => key).toSorted()).toEqual(expected.toSorted());
    const days = table.map(({ day: words }) => Date.parse(`${words} UTC`));
    expect(days).toEqual(days.toSorted((a, b) => a - b));
  });

  test('the statements: the drawing and its list have a mark for each row of the table', () => {
    const reports = (selector: string): string[] =>
      hrefs(EVENTS(`.chart-statements ${selector} a[href*="#r"]`)).toSorted();
    expect(reports('.statements-drawing').length).toBeGreaterThan(20);
    expect(reports('.statements-drawing')).toEqual(reports('.chart-data table'));
    expect(reports('.statements-list')).toEqual(reports('.chart-data table'));
  });
});

test.each(LINEAGES)(
  'the lineage on %s: a row for each voice, its carriers and its source, with the number of reports',
  (path, reports) => {
    const flows = Map.groupBy(reports, ({ voice, via, source: id }) => {
      const nobody = voice.collection === 'sources' ? 'own words' : 'nobody named';
      const carriers = via.map((ref) => entryName(archive, ref)).join(' → ') || nobody;
      return [pageAddress(voice), carriers, entryName(archive, { collection: 'sources', id })].join(' | ');
    });
    const told = rows(path, '.chart-lineage .chart-data table').map(([voice, via, to, count]) =>
      [voice?.links[0], via?.text, to?.text, count?.text].join(' | '),
    );
    expect(told.toSorted()).toEqual([...flows].map(([key, all]) => `${key} | ${all.length}`).toSorted());
  },
);

test('the matrix: in each cell the positions that a held source reports, with every report of them', () => {
  const sources = archive.heldSources.map(({ id }) => id);
  const $ = MATRIX;
  const heads = [...$('table.matrix')].map((table) => hrefs($(table).find('thead a')).map(idOf));
  const [columns = []] = heads;
  expect(columns.toSorted()).toEqual(sources.toSorted());
  for (const head of heads) expect(head).toEqual(columns);

  const expected = new Map<string, string[]>();
  for (const report of archive.heldReports) {
    for (const { question, position } of report.answers) {
      const taken = archive.question(question).positions.filter(({ reports }) => reports.length > 0);
      const at = taken.findIndex(({ id }) => id === position);
      const key = `${question} ${report.source}`;
      expected.set(key, [...(expected.get(key) ?? []), `${letterOf(at)} ${reportAddress(report.key)}`]);
    }
  }
  const told = new Map<string, string[]>();
  const asked: string[] = [];
  for (const row of $('table.matrix tbody tr')) {
    const [question = ''] = hrefs($(row).find('th a')).map(idOf);
    asked.push(question);
    // The last column counts the reports of seen pages.
    const { reports: held, withSeen } = archive.question(question);
    expect($(row).find('.seen-count').text().trim(), question).toBe(
      String(withSeen.reports.length - held.length),
    );
    for (const [index, cell] of [...$(row).find('td:not(.seen-count)')].entries()) {
      const key = `${question} ${columns[index] ?? ''}`;
      const taken = [...$(cell).find('.taken')].flatMap((each) =>
        hrefs($(each).find('a')).map((href) => `${$(each).find('b').text()} ${href.replace(/^\.\./, '')}`),
      );
      if (taken.length > 0) told.set(key, taken);
      else expect($(cell).text(), key).toContain('no answer');
    }
  }
  const disputed = matrixQuestions(archive).map(({ entry }) => entry.id);
  expect(asked.toSorted()).toEqual(disputed.toSorted());
  const sorted = (map: ReadonlyMap<string, string[]>): object =>
    Object.fromEntries([...map].map(([key, list]) => [key, list.toSorted()] as const).toSorted());
  expect(sorted(told)).toEqual(sorted(expected));
});

describe('the message in a title equals the archive', () => {
  const title = (path: string, id: string): string => words(parse(path)(`#${id}`).text());

  test('of the events: the event with the most reports', () => {
    const [most] = archive
      .list('events')
      .map((event) => ({ name: event.data.title, reports: archive.about(event).length }))
      .toSorted((a, b) => b.reports - a.reports);
    expect(title('events/index.html', 'chart-events')).toBe(
      `${most?.reports} of ${archive.reports.length} reports are about one event: ${most?.name}`,
    );
  });

  test('of the statements: the day with the most', () => {
    const days = archive.heldReports.flatMap((report) => reportDay(report) ?? []);
    const [, count, day = ''] =
      /, (\d+) were made on (.+)$/.exec(title('events/index.html', 'chart-statements')) ?? [];
    const counts = Map.groupBy(days, (each) => dateWords(each));
    expect(Number(count)).toBe(Math.max(...[...counts.values()].map(({ length }) => length)));
    expect(counts.get(day)).toHaveLength(Number(count));
  });

  test('of the questions: how many one text alone answers', () => {
    const all = matrixQuestions(archive);
    const inOneText = all.filter(({ reports }) => new Set(reports.map(({ source }) => source)).size === 1);
    expect(title('questions/index.html', 'chart-matrix')).toBe(
      `Of ${all.length} questions that these texts answer, ${inOneText.length} are answered in only one of the texts we saved`,
    );
  });

  test.each(LINEAGES)('of the lineage on %s', (path, reports) => {
    const passed = reports.filter(({ via }) => via.length > 0).length;
    const own = reports.filter(({ voice }) => voice.collection === 'sources').length;
    expect(title(path, 'chart-lineage')).toBe(
      `For ${passed} of ${reports.length} reports, the text says who passed the words on`,
    );
    expect(parse(path)('.chart-lineage .chart-about').text()).toContain(
      `Of ${reports.length} reports, ${own} are the text’s own words. ${reports.length - passed - own} give the words`,
    );
  });

  test('of the relations: the reports of held sources that another source contradicts or corrects', () => {
    const opposed = new Set(
      archive.reports.flatMap(({ key, source, bearsOn }) =>
        bearsOn
          .filter(({ how, to }) => /^contradicts|corrects/.test(how) && archive.report(to).source !== source)
          .flatMap(({ to }) => [key, to]),
      ),
    );
    const held = archive.heldReports.filter(({ key }) => opposed.has(key)).length;
    expect(title('sources/index.html', 'chart-relations')).toBe(
      `Other texts contradict or correct ${held} of these ${archive.heldReports.length} reports`,
    );
  });
});

describe('the maps', () => {
  const COORDINATES = /(-?[\d.]+)° N, (-?[\d.]+)° E/;

  const DRAWN = {
    1: /: a dot at the place/,
    2: /: a ring near the named place/,
    3: /: the whole region/,
  };

  test('each place is in the list of the map of all places, with kind, coordinates, precision and number of events', () => {
    const items = parse('places/index.html')('.place-map details li');
    const places = archive.list('places');
    expect(items.length).toBe(places.length);
    for (const [index, entry] of places.entries()) {
      const item = items.eq(index);
      const text = words(item.text());
      const { kind, title, point } = entry.data;
      expect(idOf(item.find('a').attr('href') ?? '')).toBe(entry.id);
      // A title such as "Belgorod (city)" has the kind in it.
      expect(text.startsWith(title.endsWith(')') ? `${title}:` : `${title} (${kind}):`), text).toBe(true);
      const [, latitude, longitude] = COORDINATES.exec(text) ?? [];
      expect(latitude && { latitude: Number(latitude), longitude: Number(longitude) }, title).toEqual(
        point && { latitude: point.latitude, longitude: point.longitude },
      );
      if (point) expect(text, title).toMatch(DRAWN[point.precision]);
      const isHere = ({ data }: Entry<'events'>): boolean =>
        data.places.some(({ value }) => refKey(value) === refKey(entry));
      const told = archive.list('events').filter(isHere).length;
      expect(text).toMatch(
        new RegExp(`; ${told === 0 ? 'no event' : told === 1 ? '1 event' : `${told} events`}$`),
      );
    }
  });

  test.each([
    ['events', (event: Entry<'events'>) => placesOfEvent(archive, event)],
    ['places', (place: Entry<'places'>) => placesAround(archive, place)],
  ] as const)('each map of the %s links its places, except the place of its own page', (kind, placesOf) => {
    let maps = 0;
    for (const entry of archive.list(kind)) {
      const path = `${kind}/${entry.id}.html`;
      if (!pages.includes(path)) continue;
      maps += 1;
      const linked = addresses(path, parse(path)('.place-map svg a'));
      const places = (placesOf as (of: typeof entry) => readonly Entry<'places'>[])(entry);
      const map = drawMap(
        places.map((place) => mapPlace(archive, place)),
        { compact: true, highlighted: new Set(kind === 'places' ? [entry.id] : []) },
      );
      const drawn = places.filter(
        (place) =>
          place !== entry &&
          place.id !== map?.leftOut?.entry.id &&
          mapPlace(archive, place).shape !== 'nothing',
      );
      expect(linked.toSorted(), path).toEqual(drawn.map(pageAddress).toSorted());
    }
    expect(maps).toBeGreaterThan(10);
  });
});

test('the whole work has the same tables and lists', () => {
  const tables = (path: string): string[] =>
    texts(parse(path)('.chart-data table, table.matrix, .place-map details ul'));
  expect(new Set(tables(WHOLE))).toEqual(new Set(pages.flatMap(tables)));
});
