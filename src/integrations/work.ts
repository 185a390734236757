// The whole work in reading order, taken from the pages that Astro has written: every entry once, its
// headings lowered, its ids made its own, what serves only a page of its own left out. Nothing is rendered
// a second time.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { load as loadFast } from 'cheerio/slim';
import { indexAddress, pageAddress, reportAddress, type PageRef } from '../archive/addresses.ts';
import type { Archive } from '../archive/archive.ts';
import { longLists, partAddress } from '../archive/lists.ts';
import { KIND_WORDS } from '../model/collections.ts';
import type { PageCollection } from '../model/references.ts';
import { rewriteTags, type Attributes } from './tags.ts';
import { asSection, type Part } from './work-page.ts';

/** The kinds of entry in the order they are read. */
const ORDER = [
  'groups',
  'events',
  'questions',
  'sources',
  'people',
  'organisations',
  'places',
  'terms',
] as const satisfies PageCollection[];

/** A section of the work: what to put into a document, and what the contents say of it. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** An element, without that of its entries, which stand at its end. As text: a tree takes ten times the memory. */
  readonly html: string;
  /** The entries of a part; none where the section is one page. */
  readonly entries: readonly Section[];
}

/** The whole work, and the style sheets that its pages load. */
export interface Work {
  readonly sections: readonly Section[];
  readonly styles: readonly string[];
}

/** Astro writes every end tag, so the quicker parser will do; the names in drawings are to keep their capitals. */
export const AS_WRITTEN = { xml: { xmlMode: false, lowerCaseTags: false, lowerCaseAttributeNames: false } };

/** The id of what a page becomes: `people.gladkov`; an index becomes a part: `people`. */
function sectionIds(archive: Archive): Map<string, string> {
  const pages = archive.list('pages').map((page) => [pageAddress(page), page.id] as const);
  const entries = ORDER.flatMap((name) => [
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

/** The sections with their links pointed to one another, as far as the work has what they lead to. */
function linkSections(sections: readonly Section[], ids: ReadonlyMap<string, string>): Section[] {
  const known = new Set<string>();
  const learn = ({ html, entries }: Section): void => {
    rewriteTags(html, { tag: (_name, { id }) => (id === undefined ? undefined : void known.add(id)) });
    entries.forEach(learn);
  };
  sections.forEach(learn);
  const linked = (name: string, attributes: Attributes): Attributes | undefined => {
    const { href } = attributes;
    if (name !== 'a' || !/^[/#]/.test(href ?? '')) return undefined;
    const [, path = '', anchor = ''] = /^([^#]*)#?(.*)$/s.exec(href ?? '') ?? [];
    const id = ids.get(path);
    if (path !== '' && id === undefined) return undefined;
    const target = path === '' ? anchor : anchor === '' ? id : `${id ?? ''}.${anchor}`;
    // What was left out, such as the list of who refers to a page, is found nowhere better than at its head.
    return { ...attributes, href: `#${known.has(target ?? '') ? (target ?? '') : (id ?? '')}` };
  };
  const link = (section: Section): Section => ({
    ...section,
    html: rewriteTags(section.html, { tag: linked }),
    entries: section.entries.map(link),
  });
  return sections.map(link);
}

/**
 * Puts the whole work together.
 * @param dir the folder of the pages as Astro has written them: links from the site's root, no policies yet
 */
export function wholeWork(dir: string, archive: Archive): Work {
  const ids = sectionIds(archive);
  const styles = new Set<string>();
  const charts = new Set<string>();
  const $ = load('', null, false);

  /** The article of a page. */
  const article = (address: string): Part => {
    const page = loadFast(readFileSync(join(dir, address), 'utf8'), AS_WRITTEN);
    page('link[rel="stylesheet"]').each((_index, { attribs }) => void styles.add(attribs['href'] ?? ''));
    return page('main article').first() as Part;
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
    return { id, title, html: $.html(entry.append(element.contents())), entries: [] };
  };
  /** A part: what the index of a kind says at its head and draws, then its entries. */
  const part = (collection: (typeof ORDER)[number]): Section => {
    const index = article(indexAddress(collection));
    asSection(index, collection, 2);
    const drawn = index
      .find('.chart, .place-map')
      .filter((_index, { attribs }) => !charts.has(attribs['class'] ?? ''));
    const element = $('<section class="work-part">').attr('id', collection) as Part;
    element.append(index.find('.entry-header'), drawn);
    const entries = archive.list(collection).map((entry) => section(entry, 3));
    return { id: collection, title: KIND_WORDS[collection][1], html: $.html(element), entries };
  };

  const page = (id: string): Section[] =>
    existsSync(join(dir, pageAddress({ collection: 'pages', id })))
      ? [section({ collection: 'pages', id }, 2)]
      : [];
  const sections = [...page('home'), ...ORDER.map(part), ...page('method')];
  return { sections: linkSections(sections, ids), styles: [...styles] };
}
