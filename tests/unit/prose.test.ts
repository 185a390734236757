import { describe, expect, test } from 'vitest';
import { parseSummary, readProse, readSummary } from '../../src/model/prose.ts';

describe('blocks', () => {
  /** The blocks that must cite evidence, as their words. */
  test.each<[string, string, string[]]>([
    ['a paragraph', 'One. [@a/1]', ['One.']],
    ['two paragraphs', 'One.\n\nTwo.', ['One.', 'Two.']],
    ['a paragraph of two lines', 'One\ntwo.', ['One two.']],
    ['each item of a list', '- one\n- two', ['one', 'two']],
    ['each item of a loose list', '1. one\n\n2. two', ['one', 'two']],
    ['an item in an item', '- one\n  - two', ['one', 'two']],
    ['two paragraphs in an item', '- one\n\n  two', ['one', 'two']],
    ['a quotation', '> one\n>\n> two', ['one', 'two']],
    [
      'each row of a table but its head',
      '| a | b |\n|---|---|\n| c | d |\n| e [@a/1] | f |',
      ['c · d', 'e · f'],
    ],
    ['words without their markup', 'A **b** _c_ [d](../x/y.mdx) `e` ~~f~~.', ['A b c d e f.']],
    ['no heading', '## Heading\n\nOne.', ['One.']],
    ['no component', '<Timeline />\n\nOne.', ['One.']],
    ['nothing', '', []],
  ])('%s', (_what, body, texts) => {
    expect(readProse(body, 1).blocks.map(({ text }) => text)).toEqual(texts);
  });

  test('headings and header rows of tables are listed apart from blocks', () => {
    const { headings } = readProse('## A [@a/1]\n\n| b [@a/2] | c |\n|---|---|\n| d | e |', 1);
    expect(headings.map(({ text, citations }) => [text, citations[0]?.key])).toEqual([
      ['A', 'a/1'],
      ['b · c', 'a/2'],
    ]);
  });
});

describe('citations and links', () => {
  test('a block has its citations, its links, and whether it states no fact', () => {
    const body = 'See [x](../p/x.mdx) [@a/1; @b/2], [y](y.mdx). [@c]\n\nNo fact. [@none]';
    const [cited, none] = readProse(body, 1).blocks;
    expect(cited?.citations.map(({ key }) => key)).toEqual(['a/1', 'b/2', 'c']);
    expect(cited?.links.map(({ url, words }) => [url, words])).toEqual([
      ['../p/x.mdx', 'x'],
      ['y.mdx', 'y'],
    ]);
    expect(cited?.noFact).toBe(false);
    expect(none).toMatchObject({ citations: [], noFact: true });
  });

  test('code cites nothing', () => expect(readProse('`[@a/1]`', 1).blocks[0]?.citations).toEqual([]));

  /** The place of the only citation or link; ¶ marks it in the text. */
  test.each([
    'Words ¶[@a/1]',
    'One line\nand another ¶[@a/1]',
    '- an item\n  that goes on ¶[@a/1]',
    '> a quotation\n> that goes on ¶[@a/1]',
    'Fish &amp; chips, 5 \\* 3 ¶[@a/1]',
    '**Bold** and _more_ ¶[@a/1]',
    'Tab\tin it ¶[@a/1]',
    'Ünïcödé “quotes” ¶[@a/1]',
    '| a | b |\n|---|---|\n| c | d ¶[@a/1] |',
    'Paragraph. [x](y) to ¶[@a/1]',
    '## Heading ¶[@a/1]',
  ])('%j', (marked) => {
    const before = marked.slice(0, marked.indexOf('¶')).split('\n');
    const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
    for (const [shift, eol] of [
      [1, '\n'],
      [12, '\n'],
      [1, '\r\n'],
    ] as const) {
      const { blocks, headings } = readProse(marked.replace('¶', '').replaceAll('\n', eol), shift);
      const found = [...blocks, ...headings].flatMap(({ citations }) => citations);
      expect(found).toEqual([{ key: 'a/1', line: place.line + shift - 1, column: place.column }]);
    }
  });

  test('places of blocks, links and components', () => {
    const { blocks, components } = readProse('## H\n\n- See\n  the [x](y)\n\n<Timeline />', 10);
    expect(blocks[0]).toMatchObject({ line: 12, column: 3 });
    expect(blocks[0]?.links[0]).toMatchObject({ line: 13, column: 7 });
    expect(components).toEqual([{ name: 'Timeline', inline: false, line: 15, column: 1 }]);
  });
});

describe('refused markup', () => {
  test.each([
    ['A <b>bold</b> word.', '<b>', 3],
    ['<script>alert(1)</script>', '<script>', 1],
    ['<div>\n\ntext\n\n</div>', '<div>', 1],
    ['<>x</>', '<>', 1],
    ['<Timeline kind="x" />', '<Timeline>', 1],
    ['<Timeline>x</Timeline>', '<Timeline>', 1],
    ['<Timeline {...x} />', '<Timeline>', 1],
    ['import x from "y"', 'an import or export', 1],
    ['export const x = 1', 'an import or export', 1],
    ['{1 + 1}', 'the expression {1 + 1}', 1],
    ['Some {process.env.HOME} here.', 'the expression {process.env.HOME}', 6],
    ['{/* a */ alert(1) /* b */}', 'the expression {/* a */ alert(1) /* b */}', 1],
    ['A note.[^1]\n\n[^1]: By hand.', 'a footnote written by hand', 8],
    ['![alt](x.png)', 'an image', 1],
    ['![alt][x]\n\n[x]: y.png', 'an image', 1],
    ['See [x][y].\n\n[y]: ../z.mdx', 'a link whose address stands elsewhere', 5],
    ['[@a/1]: vanishing', 'a link whose address stands elsewhere', 1],
    ['```\ncode\n```', 'a block of code', 1],
    // The cells of a table are checked like other prose.
    ['| a |\n|---|\n| <script>x</script> |', '<script>', 3, 3],
    ['| {x} |\n|---|\n| b |', 'the expression {x}', 3, 1],
    ['## A <b>heading</b>', '<b>', 6],
    ['- an ![image](x.png)', 'an image', 6],
  ] as [string, string, number, number?][])('%j', (body, found, column, line = 1) => {
    const read = readProse(body, 7);
    expect(read.errors).toEqual([]);
    expect(read.refused[0]).toMatchObject({ found, line: line + 6, column });
  });

  test.each([
    '{/* a comment */}',
    'A word{/* one */}{/* two */}.',
    '{}',
    '<Timeline />',
    'a \\{ b &lt; c',
    '`<b>` and `{x}`',
  ])('not %j', (body) => expect(readProse(body, 1)).toMatchObject({ refused: [], errors: [] }));
});

describe('syntax errors', () => {
  test.each([
    ['One.\n\nA bare { brace\n\nTwo.', 3, 8, 'a brace {'],
    ['One {1 +} two', 1, 5, 'a brace {'],
    ['One <b>never closed.', 1, 5, '<b>, which is never closed'],
    ['One.\n\n<div>\nnever closed', 3, 1, '<div>, which is never closed'],
    ['5 <6', 1, 3, '<6, which begins HTML'],
    ['x<y', 1, 2, '<y, which begins HTML'],
    ['</b>', 1, 1, '</b>, which is never closed or opened'],
    ['<!-- a comment -->', 1, 1, 'an HTML comment'],
    ['One <https://example.org>', 1, 5, '<https://example.org>'],
    ['One <ada@example.org>', 1, 5, '<ada@example.org>'],
    ['import x frm "y"', 1, 1, 'a line that begins with `import`'],
    ['One.\n\nexport of grain fell.', 3, 1, 'a line that begins with `export`'],
  ])('%j', (body, line, column, found) => {
    const nothing = { blocks: [], headings: [], components: [], refused: [] };
    const error = { line: line + 6, column, found: expect.stringContaining(found) as string };
    expect(readProse(body, 7)).toMatchObject({ ...nothing, errors: [error] });
  });
});

describe('summaries', () => {
  test.each([
    'Plain words.',
    '<script>alert(1)</script> & "quotes"',
    'A { brace, a ` tick, a < sign',
    '# not a heading',
    '- not a list',
    '1. not a list either',
    '> no quotation',
    '```no code```',
    '    no code',
    '---',
    '| no | table |',
    '[^1]: no footnote',
    '[x]: no definition',
    '<https://example.org>',
  ])('%j is one paragraph of these words', (text) => {
    const { children } = parseSummary(text);
    expect(children.map(({ type }) => type)).toEqual(['paragraph']);
    const read = readSummary(text, 3);
    expect(read).toMatchObject({ refused: [], errors: [], components: [] });
    expect(read.blocks).toHaveLength(1);
  });

  test('citations and links have the line of the field', () => {
    const [block] = readSummary('The [mayor](../people/ada.mdx) said so. [@a/1]', 3).blocks;
    expect(block).toEqual({
      text: 'The mayor said so.',
      citations: [{ key: 'a/1', line: 3, column: 0 }],
      links: [{ url: '../people/ada.mdx', words: 'mayor', line: 3, column: 0 }],
      marked: 'The mayor said so. [@a/1]',
      noFact: false,
      isParagraph: true,
      line: 3,
      column: 0,
    });
  });

  test('an image is refused', () => {
    const { refused } = readSummary('An ![image](x.png)', 3);
    expect(refused).toMatchObject([{ found: 'an image', line: 3, column: 0 }]);
  });
});
