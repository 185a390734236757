import { describe, expect, test } from 'vitest';
import {
  isEntryRef,
  isReportRef,
  ENTRY_COLLECTIONS,
  parseRef,
  parseReportKey,
  reference,
  refKey,
  reportReference,
} from '../../src/model/references.ts';

describe('references to entries', () => {
  test.each(ENTRY_COLLECTIONS)('%s have pages', (collection) => {
    const ref = parseRef(`${collection}/some-id-2`);
    expect(ref).toEqual({ collection, id: 'some-id-2' });
    expect(ref && refKey(ref)).toBe(`${collection}/some-id-2`);
  });

  test.each([
    ...['', 'people', 'people/', '/ada', 'people/ada/x', 'people/Ada', 'people/a da', 'people/ada-'],
    ...['people/a--b', 'people/ada.mdx', '../people/ada.mdx', ' people/ada', 'persons/ada', 'pages/home'],
    ...['reports/gazette', 'constructor/x'],
  ])('"%s" is not a reference', (text) => expect(parseRef(text)).toBeUndefined());

  test('a field accepts the collections it names', () => {
    const field = reference('people', 'groups');
    expect(field.parse('people/ada')).toEqual({ collection: 'people', id: 'ada' });
    for (const wrong of ['places/ada', 'ada', 3, null])
      expect(field.safeParse(wrong).error?.issues[0]?.message).toBe('a reference: people/… or groups/…');
  });
});

describe('references to reports', () => {
  test.each([
    ['gazette/1', 'gazette', 1],
    ['il-post-2/340', 'il-post-2', 340],
  ])('%s', (text, source, number) => {
    expect(parseReportKey(text)).toEqual({ source, number });
    expect(reportReference.parse(text)).toEqual({ collection: 'reports', id: text });
  });

  test.each([
    ...['', 'gazette', 'gazette/', 'gazette/0', 'gazette/01', 'gazette/-1', 'gazette/1.5', 'gazette/1/2'],
    ...['Gazette/1', '@gazette/1', 'gazette/x', '/1'],
  ])('"%s" is not a reference', (text) => {
    expect(parseReportKey(text)).toBeUndefined();
    expect(reportReference.safeParse(text).error?.issues[0]?.message).toContain('a report: source-id/number');
  });
});

test('references to entries and to reports are distinguished', () => {
  const entry = { collection: 'people', id: 'ada' };
  const report = { collection: 'reports', id: 'gazette/1' };
  expect([entry, report, null, 'people/ada', []].map(isEntryRef)).toEqual([true, false, false, false, false]);
  expect([entry, report, null, 'gazette/1', []].map(isReportRef)).toEqual([false, true, false, false, false]);
});
