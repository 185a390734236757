// Says what is wrong with text that MDX takes for code, in the words of editors, at the character that is the reason.
// The parser's own words name what it expected next.
import type { Mistake, Wrong } from '../problems.ts';
import { PROSE_COMPONENTS } from '../prose-components.ts';

/** What prose may have. */
export const MARKDOWN = 'Markdown: text, links, lists, tables and citations';

/** Markdown in place of HTML elements. */
const INSTEAD: readonly (readonly [names: string, markdown: string])[] = [
  ['b strong', '`**words**`'],
  ['i em', '`_words_`'],
  ['a', '`[words](address)`'],
  ['br p', 'a blank line'],
  ['h1 h2', '`## words`'],
  ['h3', '`### words`'],
  ['li ul', '`- words`'],
  ['ol', '`1. words`'],
  ['blockquote', '`> words`'],
  ['hr', '`---` between blank lines'],
];

/** @returns what to write in place of an HTML element or a component that is written wrongly */
export function insteadOf(name: string): string {
  const meant = PROSE_COMPONENTS.find((each) => each.toLowerCase() === name.toLowerCase());
  if (meant) return `the component alone: \`<${meant} />\``;
  if (/^\p{Lu}/u.test(name)) return `${MARKDOWN}; a component alone: \`<${name} />\``;
  const [, instead] = INSTEAD.find(([names]) => names.split(' ').includes(name)) ?? [];
  return instead === undefined ? MARKDOWN : `${MARKDOWN}; here ${instead}`;
}

/** The mistake that begins with `<`. @param rest the text from there on */
function angleMistake(rest: string, doubled: boolean): Wrong {
  const [, address] = /^<(https?:\/\/[^\s<>]*|www\.[^\s<>]*)>?/.exec(rest) ?? [];
  if (address !== undefined) {
    const right = address.replace(/^www/, 'https://www');
    return { found: `<${address}>`, expected: `a link: \`[words](${right})\`` };
  }
  const [mail] = /^<[^\s<>@]+@[^\s<>]+>/.exec(rest) ?? [];
  if (mail) return { found: mail, expected: 'the address without < and >' };
  if (rest.startsWith('<!--')) return { found: 'an HTML comment', expected: '`{/* words */}`' };
  const [quoted, words = ''] = /^<([^<>\n]+)>>/.exec(rest) ?? [];
  if (quoted !== undefined && doubled)
    return { found: `<${quoted}, which begins HTML`, expected: `“${words}” for a quotation` };
  const [tag, name = ''] = /^<\/?([a-z][\w-]*)(?:\s[^<>\n]*)?\/?>/i.exec(rest) ?? [];
  if (tag) return { found: `${tag}, which is never closed or opened`, expected: insteadOf(name) };
  const [word = '<'] = /^<\S{0,20}/.exec(rest) ?? [];
  return { found: `${word}, which begins HTML`, expected: `\`${word.replace('<', '&lt;')}\`` };
}

/** Finds the mistake behind an error of the MDX parser. @param offset where the parser could not go on */
export function mdxMistake(text: string, offset: number): Mistake {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const [code] = /^(?:import|export)\b/.exec(text.slice(start)) ?? [];
  if (code) {
    const found = `a line that begins with \`${code}\`, which MDX takes for code`;
    return { offset: start, found, expected: 'another word at the start of the line' };
  }
  const angle = text.lastIndexOf('<', offset);
  const brace = text.lastIndexOf('{', offset);
  if (brace > angle) {
    const isCitation = text.charAt(brace + 1) === '@';
    const expected = isCitation ? 'a citation in brackets: `[@source/number]`' : '`\\{` for a brace';
    return { offset: brace, found: 'a brace {, which begins code', expected };
  }
  if (angle >= 0)
    return { offset: angle, ...angleMistake(text.slice(angle), text.charAt(angle - 1) === '<') };
  return { offset, found: 'text that cannot be read as MDX', expected: MARKDOWN };
}
