// Says what is wrong with text that MDX takes for code, in the words of editors, at the character that is the reason.
// The parser's own words name what it expected next.
import type { Mistake, Wrong } from '../problems.ts';
import { PROSE_COMPONENTS } from '../prose-components.ts';

/** What prose may have. */
export const MARKDOWN = 'Markdown: text, links, lists, tables and citations';

/** Markdown in place of an HTML element. */
const INSTEAD: Readonly<Record<string, string>> = {
  b: '`**words**`',
  strong: '`**words**`',
  i: '`_words_`',
  em: '`_words_`',
  a: '`[words](address)`',
  br: 'a blank line',
  p: 'a blank line',
  h1: '`## words`',
  h2: '`## words`',
  h3: '`### words`',
  li: '`- words`',
  ul: '`- words`',
  ol: '`1. words`',
  blockquote: '`> words`',
  hr: '`---` between blank lines',
};

/** @returns what to write in place of an HTML element or a component that is written wrongly */
export function insteadOf(name: string): string {
  const meant = PROSE_COMPONENTS.find((each) => each.toLowerCase() === name.toLowerCase());
  if (meant) return `the component alone: \`<${meant} />\``;
  if (/^\p{Lu}/u.test(name)) return `${MARKDOWN}; a component alone: \`<${name} />\``;
  return INSTEAD[name] ? `${MARKDOWN}; here ${INSTEAD[name]}` : MARKDOWN;
}

/** The mistake that begins with `<`. */
function angleMistake(text: string, offset: number): Wrong {
  const rest = text.slice(offset);
  const [, address] = /^<(https?:\/\/[^\s<>]*|www\.[^\s<>]*)>?/.exec(rest) ?? [];
  if (address !== undefined)
    return {
      found: `<${address}>`,
      expected: `a link: \`[words](${address.replace(/^www/, 'https://www')})\``,
    };
  const [mail] = /^<[^\s<>@]+@[^\s<>]+>/.exec(rest) ?? [];
  if (mail) return { found: mail, expected: 'the address without < and >' };
  if (rest.startsWith('<!--')) return { found: 'an HTML comment', expected: '`{/* words */}`' };
  const [quoted, words = ''] = /^<([^<>\n]+)>>/.exec(rest) ?? [];
  if (quoted !== undefined && text.charAt(offset - 1) === '<')
    return { found: `<${quoted}, which begins HTML`, expected: `“${words}” for a quotation` };
  const [tag, name = ''] = /^<\/?([a-z][\w-]*)(?:\s[^<>\n]*)?\/?>/i.exec(rest) ?? [];
  if (tag) return { found: `${tag}, which is never closed or opened`, expected: insteadOf(name) };
  const [word = '<'] = /^<\S{0,20}/.exec(rest) ?? [];
  return { found: `${word}, which begins HTML`, expected: `\`${word.replace('<', '&lt;')}\`` };
}

/**
 * Finds the mistake behind an error of the MDX parser.
 * @param offset where the parser could not go on
 */
export function mdxMistake(text: string, offset: number): Mistake {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const [code] = /^(?:import|export)\b/.exec(text.slice(start)) ?? [];
  if (code)
    return {
      offset: start,
      found: `a line that begins with \`${code}\`, which MDX takes for code`,
      expected: 'another word at the start of the line',
    };
  const angle = text.lastIndexOf('<', offset);
  const brace = text.lastIndexOf('{', offset);
  if (brace > angle)
    return {
      offset: brace,
      found: 'a brace {, which begins code',
      expected:
        text.charAt(brace + 1) === '@' ? 'a citation in brackets: `[@source/number]`' : '`\\{` for a brace',
    };
  if (angle >= 0) return { offset: angle, ...angleMistake(text, angle) };
  return { offset, found: 'text that cannot be read as MDX', expected: MARKDOWN };
}
