// What a section of the whole work becomes as a chapter of the book: reading devices draw charts badly or not at
// all, so of each its table goes in.
import { load } from 'cheerio/slim';
import { isElement, setChildren, type Element, type Node, type Part } from './work-page.ts';

/** What a reading device cannot show, or what belongs to it. */
const LEFT_OUT = ['chart-about', 'chart-key'] as const;

const asXml = load('', { xml: true });

/** The name of a chapter's file. @param id of its section */
export const chapterFile = (id: string): string => `${id}.xhtml`;

const classesOf = (element: Element): string[] => element.attribs['class']?.split(/\s+/) ?? [];

const holdsTable = ({ name, children }: Element): boolean =>
  name === 'table' || children.some((child) => isElement(child) && holdsTable(child));

/** A drawing that has no table goes as a whole. */
function isBareDrawing(element: Element, parent: Element): boolean {
  const frame =
    classesOf(element).includes('chart-frame') ||
    (element.name === 'figure' && classesOf(parent).includes('place-map'));
  return frame && !holdsTable(element);
}

function fitted(node: Node, parent: Element): Node[] {
  if (!isElement(node)) return [node];
  const classes = classesOf(node);
  if (node.name === 'svg' || node.name === 'summary' || isBareDrawing(node, parent)) return [];
  if (LEFT_OUT.some((each) => classes.includes(each))) return [];
  const children = node.children.flatMap((child) => fitted(child, node));
  if (node.name === 'details') return children;
  delete node.attribs['tabindex'];
  if (node.name === 'a' && parent.name === 'sup') node.attribs['epub:type'] = 'noteref';
  if (classes.includes('footnotes')) node.attribs['epub:type'] = 'endnotes';
  setChildren(node, children);
  return [node];
}

/** Takes from a section what a reading device cannot show, and says which notes are notes; in place. */
export function fitForDevices(section: Part): void {
  section.each((_index, element) => {
    setChildren(
      element,
      element.children.flatMap((child) => fitted(child, element)),
    );
  });
}

/** The chapter as text: XML. */
export function chapterText(section: Part): string {
  return asXml.xml(section.get());
}
