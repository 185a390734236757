// The list of records that search starts with: packed by the build, unpacked for the engine.
import { gzipSync, inflateSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { describe, expect, test } from 'vitest';
import { packList, readPagefindList } from '../../src/integrations/search-list.ts';
import { engineBytes, readList, unpack, type List, type PackedList } from '../../src/search/list.ts';

/** Records whose numbers of words are at every border of CBOR's sizes. */
const WORDS = [0, 23, 24, 255, 256, 65_535, 65_536, 4_000_000];

const LIST: List = [
  '1.6.0',
  WORDS.map((words, number) => [`en-gb_00000${number}`, words, '']),
  [['a', 'z', 'en-gb_abcdef0']],
  [['Kind', 'en-gb_1234567']],
  [
    ['date', [0, 1, 2, 3, 4, 5, 6]],
    ['title', [7, 0, 300, 2]],
  ],
  ['says', 'title'],
];

const PIECES = [
  { from: 'a', to: 'm', content: Uint8Array.of(1) },
  { from: 'n', to: 'ł'.repeat(30), content: Uint8Array.of(2) },
];

const stored = (list: unknown, signature = 'pagefind_dcd'): Uint8Array =>
  gzipSync(Buffer.concat([Buffer.from(signature), encode(list)]));

describe('the list of records', () => {
  test('comes to the engine as Pagefind wrote it, but for the names of files and the pieces of the index', async () => {
    const { content, folder, names } = packList(readPagefindList(stored(LIST)), PIECES);
    expect(names).toEqual(LIST[1].map(([name]) => name));
    const read = new Uint8Array(await (await readList(new Response(Uint8Array.from(content)))).arrayBuffer());
    expect(Buffer.from(read.subarray(0, 12)).toString()).toBe('pagefind_dcd');
    expect(decode(read.subarray(12))).toEqual([
      LIST[0],
      WORDS.map((words, number) => [`${folder}/${number}`, words, '']),
      [
        ['a', 'm', `${folder}/0`],
        ['n', 'ł'.repeat(30), `${folder}/1`],
      ],
      ...LIST.slice(3),
    ]);
  });

  test('takes no more than a byte and a half a record, and nothing for an order that is theirs', () => {
    const count = 10_000;
    const size = (order: number[]): number =>
      packList(
        [
          '1.6.0',
          order.map((number) => [`en-gb_${number}`, 20 + ((number * 7919) % 40), '']),
          [],
          [],
          [['date', order]],
          [],
        ],
        [],
      ).content.length;
    expect(size(Array.from({ length: count }, (_none, number) => number))).toBeLessThan(1.5 * count);
  });

  test('has its files in another folder when one of them changes', () => {
    const [version, records, ...others] = LIST;
    const changed: List = [version, [['en-gb_9999999', 1, ''], ...records.slice(1)], ...others];
    const { folder } = packList(LIST, PIECES);
    expect(packList(changed, PIECES).folder).not.toBe(folder);
    expect(packList(LIST, PIECES.toReversed()).folder).not.toBe(folder);
  });

  test('is stored with steps, so that an order costs what it differs', () => {
    const packed = JSON.parse(inflateSync(packList(LIST, PIECES).content).toString()) as PackedList;
    expect(packed.orders).toEqual([
      ['date', [1, 1, 1, 1, 1, 1, 1]],
      ['title', [8, -7, 300, -298]],
    ]);
    expect(decode(engineBytes(unpack(packed)).subarray(12))).toHaveLength(6);
  });

  test.each([
    ['another beginning', stored(LIST, 'somethingels'), 'begins with “somethingels”'],
    ['another shape', stored(LIST.slice(0, 5)), 'another format than that of 1.6'],
    [
      'files in groups',
      stored(LIST.with(1, [['en-gb_1', 3, 'en-gb_group']] as unknown as string)),
      'another format than that of 1.6',
    ],
  ])('is refused with %s', (_what, bytes, message) => {
    expect(() => readPagefindList(bytes)).toThrow(message);
  });
});
