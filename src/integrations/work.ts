// The whole work in reading order, taken from the pages that Astro has written: every entry once, its
// headings lowered, its ids made its own, what serves only a page of its own left out. Nothing is rendered
// a second time.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { parseDocument } from 'htmlparser2';
import { indexAddress, pageAddress, reportAddress, type PageRef } from '../archive/addresses.ts';
import type { Archive } from '../archive/archive.ts';
import { longLists, partAddress } from '../archive/lists.ts';
import { KIND_WORDS } from '../model/collections.ts';
import { PAGE_COLLECTIONS, type PageCollection } from '../model/references.ts';
import { chapterFile, chapterText, fitForDevices } from './chapter.ts';
import type { Scratch } from './scratch.ts';
import { WorkLinks } from './work-links.ts';
import { asSection, eachElement, type Element, type Node, type Part } from './work-page.ts';

/** A section of the work: what to put into a document, and what the contents say of it. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** An element as text, without that of its entries, which stand at its end. */
  readonly html: () => string;
  /** The same as XML, as a reading device can show it. */
  readonly chapter: () => string;
  /** The entries of a part; none where the section is one page. */
  readonly entries: readonly Section[];
}

/** The whole work, and the style sheets that its pages load. */
export interface Work {
  readonly sections: readonly Section[];
  readonly styles: readonly string[];
}

/** Astro writes every end tag, so the quicker parser will do; the names in drawings are to keep their capitals. */
const AS_WRITTEN = { xmlMode: false, lowerCaseTags: false, lowerCaseAttributeNames: false };

/** The id of what a page becomes: `people.gladkov`; an index becomes a part: `people`. */
function sectionIds(archive: Archive): Map<string, string> {
  const pages = archive.list('pages').map((page) => [pageAddress(page), page.id] as const);
  const entries = PAGE_COLLECTIONS.flatMap((name) => [
    [indexAddress(name), name] as const,
    ...archive.list(name).map((entry) => [pageAddress(entry), `${name}.${entry.id}`] as const),
  ]);
  return new Map([...pages, ...entries]);
}

/** What is said of an entry stands in the ledgers: a list of reports becomes the way to their rows. */
function pointToRows($: CheerioAPI, part: Part, archive: Archive, page: PageRef): void {
  const long = new Map(longLists(archive, page).map((list) => [partAddress(list, 1), list]));
  part.find('ol.reports:not(.ledger)').each((_index, list) => {
    // A page shows the first of a long list; the archive has all.
    const whole = long.get($(list).next('.more-reports').find('a').attr('href') ?? '');
    const keys =
      (whole?.of === 'reports' ? whole.items.map(({ key }) => key) : undefined) ??
      $(list)
        .find('.chain a.row')
        .map((_at, link) =>
          $(link)
            .attr('href')
            ?.replace(/^\/sources\/(.*)\.html#r(\d+)$/, '$1/$2'),
        )
        .get();
    const rows = $('<p class="rows">').append('In the ledgers: ');
    const bySource = Map.groupBy(
      keys.map((key) => archive.report(key)),
      ({ source }) => source,
    );
    [...bySource].forEach(([source, reports], at) => {
      const { short } = archive.entry({ collection: 'sources', id: source }).data;
      rows.append($('<span>').text(`${at > 0 ? '; ' : ''}${short} ¶`));
      // The rows of a paragraph stand together: the first of them leads to all.
      const inOrder = reports.toSorted((a, b) => a.paragraph - b.paragraph || a.number - b.number);
      [...Map.groupBy(inOrder, ({ paragraph }) => paragraph)].forEach(([paragraph, [first]], place) => {
        if (place > 0) rows.append(', ');
        rows.append(
          $('<a>')
            .attr('href', reportAddress(first?.key ?? ''))
            .text(String(paragraph)),
        );
      });
    });
    $(list).replaceWith(rows.append('.'));
  });
}

/**
 * Puts the whole work together.
 * @param dir the folder of the pages as Astro has written them: links from the site's root, no policies yet
 * @param scratch where its text waits
 */
export function wholeWork(dir: string, archive: Archive, scratch: Scratch): Work {
  const ids = sectionIds(archive);
  const styles = new Set<string>();
  const charts = new Set<string>();
  const links = new WorkLinks(ids);
  const $ = load('', null, false);

  /** The article of a page. */
  const article = (address: string): Part => {
    const page = parseDocument(readFileSync(join(dir, address), 'utf8'), AS_WRITTEN);
    let found: Element | undefined;
    eachElement(page.children as Node[], (element) => {
      const { name, attribs } = element;
      if (name === 'link' && attribs['rel'] === 'stylesheet') styles.add(attribs['href'] ?? '');
      if (name === 'article') found ??= element;
    });
    return $<Element, string>(found ? [found] : []);
  };
  /** Lays a section down as text: a tree takes ten times the memory. */
  const laidDown = (id: string, title: string, element: Part, entries: readonly Section[] = []): Section => {
    links.markPage(element);
    const html = scratch.put($.html(element));
    fitForDevices(element);
    links.learnChapter(element, chapterFile(id));
    const chapter = scratch.put(chapterText(element));
    return {
      id,
      title,
      html: () => links.page(html()),
      chapter: () => links.chapter(chapter()),
      entries,
    };
  };
  const section = (ref: PageRef, level: number): Section => {
    const address = pageAddress(ref);
    const id = ids.get(address) ?? '';
    const element = article(address);
    pointToRows($, element, archive, ref);
    const title = element.find('h1').first().text();
    asSection(element, id, level);
    // The first page draws what indexes draw as well.
    if (ref.collection === 'pages')
      element.find('.chart').each((_index, { attribs }) => void charts.add(attribs['class'] ?? ''));
    const entry = $('<section>').attr('id', id).addClass(`work-entry ${ref.collection}`) as Part;
    return laidDown(id, title, entry.append(element.contents()));
  };
  /** A part: what the index of a kind says at its head and draws, then its entries. */
  const part = (collection: PageCollection): Section => {
    const index = article(indexAddress(collection));
    asSection(index, collection, 2);
    const drawn = index
      .find('.chart, .place-map')
      .filter((_index, { attribs }) => !charts.has(attribs['class'] ?? ''));
    const element = $('<section class="work-part">').attr('id', collection) as Part;
    element.append(index.find('.entry-header'), drawn);
    const entries = archive.list(collection).map((entry) => section(entry, 3));
    return laidDown(collection, KIND_WORDS[collection][1], element, entries);
  };

  const page = (id: string): Section[] =>
    existsSync(join(dir, pageAddress({ collection: 'pages', id })))
      ? [section({ collection: 'pages', id }, 2)]
      : [];
  const sections = [...page('home'), ...PAGE_COLLECTIONS.map(part), ...page('method')];
  return { sections, styles: [...styles] };
}
