// The links of the whole work. Where one leads is known only when every section is there, and by then the sections
// are text: so each address is given a mark as its section is made, and the marks are exchanged as it is written.
import { randomUUID } from 'node:crypto';
import { eachElement, type Part } from './work-page.ts';

/** A string of its own: what is cut from a page keeps the page. */
const own = (text: string): string => Buffer.from(text).toString();

export class WorkLinks {
  readonly #sections: ReadonlyMap<string, string>;
  /** Nobody who writes content knows it. Every mark is exchanged, so it is in no file. */
  readonly #secret = randomUUID();
  readonly #marked = new RegExp(` href="${this.#secret}:(\\d+)"`, 'g');
  readonly #addresses: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #idsOfPage = new Set<string>();
  readonly #fileById = new Map<string, string>();

  /** @param sections the id of what each page becomes, by the page's address */
  constructor(sections: ReadonlyMap<string, string>) {
    this.#sections = sections;
  }

  #mark(address: string): string {
    let number = this.#numbers.get(address);
    if (number === undefined) {
      number = this.#addresses.push(own(address)) - 1;
      this.#numbers.set(this.#addresses[number] ?? '', number);
    }
    return `${this.#secret}:${number}`;
  }

  /** Marks the links of a section as it will be on the page, and learns its ids. */
  markPage(section: Part): void {
    eachElement(section.get(), ({ name, attribs }) => {
      const { id, href } = attribs;
      if (id !== undefined) this.#idsOfPage.add(own(id));
      if (name === 'a' && href !== undefined && !href.startsWith('https:'))
        attribs['href'] = this.#mark(href);
    });
  }

  /** Learns the ids of a section as it will be in the book. @param file its chapter's name */
  learnChapter(section: Part, file: string): void {
    eachElement(section.get(), ({ attribs }) => {
      const { id } = attribs;
      if (id !== undefined) this.#fileById.set(own(id), file);
    });
  }

  /** Where an address leads on the page of the whole work: within it, as far as it has what is led to. */
  #onPage(address: string): string {
    if (!/^[/#]/.test(address)) return address;
    const [, path = '', anchor = ''] = /^([^#]*)#?(.*)$/s.exec(address) ?? [];
    const id = this.#sections.get(path);
    if (path !== '' && id === undefined) return address;
    const target = path === '' ? anchor : anchor === '' ? id : `${id ?? ''}.${anchor}`;
    // What was left out, such as the list of who refers to a page, is found nowhere better than at its head.
    return `#${this.#idsOfPage.has(target ?? '') ? (target ?? '') : (id ?? '')}`;
  }

  /** Where it leads in the book; what is no part of it, such as a drawing's mark, is not led to. */
  #inBook(address: string): string | undefined {
    const onPage = this.#onPage(address);
    const file = onPage.startsWith('#') ? this.#fileById.get(onPage.slice(1)) : undefined;
    return file === undefined ? undefined : file + onPage;
  }

  /** The attribute that each mark becomes: many lead to the same place. */
  #exchanger(lead: (address: string) => string | undefined): (text: string) => string {
    const known = new Map<string, string>();
    return (text) =>
      text.replace(this.#marked, (_mark, number: string) => {
        let attribute = known.get(number);
        if (attribute === undefined) {
          const address = lead(this.#addresses[Number(number)] ?? '');
          attribute =
            address === undefined
              ? ''
              : ` href="${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
          known.set(own(number), attribute);
        }
        return attribute;
      });
  }

  /** The text of a marked section, its links as they are on the page. All sections are to be marked by then. */
  readonly page = this.#exchanger((address) => this.#onPage(address));

  /** The same for its chapter of the book. */
  readonly chapter = this.#exchanger((address) => this.#inBook(address));
}
