// The built pages of questions and groups: the answers by side with the silent sides, what they rest on, the scales; the
// facts of a group with their voices, and its claims.
import { expect, test } from 'vitest';
import { positionAnchor, reportAddress } from '../../src/archive/addresses.ts';
import { answersBySide, basisOf, silentSides } from '../../src/archive/answers.ts';
import { claimedEvents } from '../../src/archive/group-claims.ts';
import { positionList, SHOWN } from '../../src/archive/lists.ts';
import { entryName } from '../../src/archive/names.ts';
import { textsOf } from '../../src/archive/standing.ts';
import { wordingsOf, wordsOf } from '../../src/archive/wordings.ts';
import { pageAddress } from '../../src/model/content-links.ts';
import { refKey } from '../../src/model/references.ts';
import { SIDE_WORDS } from '../../src/model/sides.ts';
import { ownArchive } from '../support/archive.ts';
import { attributes, hrefs, parse, texts, words } from '../support/site.ts';

const archive = ownArchive();
const isTranslated = (id: string): boolean => archive.entry({ collection: 'sources', id }).data.translated;
const questions = archive.questions.map((question) => ({
  question,
  id: question.entry.id,
  $: parse(`questions/${question.entry.id}.html`),
}));
const groups = archive
  .list('groups')
  .map((group) => ({ group, id: group.id, $: parse(`groups/${group.id}.html`) }));

test('a question has its answers by side, in the order of the sides, and names the silent sides', () => {
  for (const { question, id, $ } of questions) {
    const sides = question.entry.data.scale ? [] : answersBySide(question).map(({ side }) => side);
    const silent = question.withSeen.positions.length === 0 ? [] : silentSides(question);
    expect(texts($('.column:not(.silent) > h3')), id).toEqual(sides.map((side) => SIDE_WORDS[side].many));
    expect(texts($('.silent li')), id).toEqual(silent.map((side) => SIDE_WORDS[side].many));
  }
});

test('each answer names its voices, by side before it, and leads to the row of each of its reports', () => {
  for (const { question, id, $ } of questions) {
    for (const position of question.withSeen.positions) {
      const { scale } = question.entry.data;
      // A side whose voices all say less in the same words has their words.
      const words = [
        position.answer,
        ...wordingsOf(position, position.voices).map((wording) => wording.words),
      ];
      expect(words, id).toContain($(`#${positionAnchor(position.id)} .answer`).text());
      const cards = $('.answer')
        .filter((_index, answer) => words.includes($(answer).text()))
        .closest('.column > ul > li, .scale > li');
      const names = hrefs(cards.find(scale ? '.voices b a' : '.voices a'));
      const voices = position.voices.map(({ ref }) => `..${pageAddress(ref)}`);
      expect(names.toSorted(), id).toEqual(voices.toSorted());
      for (const each of scale ? [] : cards.find('.voices'))
        expect($(each).nextAll('.answer').length, id).toBe(1);
      for (const card of scale ? [] : cards.get()) {
        const answer = $('.answer', card).text();
        const own = hrefs($('.voices a', card));
        const others = position.voices.filter(
          ({ ref }) => own.includes(`..${pageAddress(ref)}`) && wordsOf(position, ref) !== answer,
        );
        expect(answer === position.answer ? [] : others, `${id}: the words of one voice for others`).toEqual(
          [],
        );
      }
      const rows = positionList(id, position).items.slice(0, SHOWN.positions);
      expect(hrefs(cards.find('.told a.row')).toSorted(), id).toEqual(
        rows.map(({ key }) => `..${reportAddress(key)}`).toSorted(),
      );
    }
  }
});

test('an answer names the body that a person speaks for, unless the body is one of its voices', () => {
  const people = questions.flatMap(({ question, id, $ }) =>
    [...$('.column .voices, .scale .voices > li')].flatMap((line) => {
      const text = words($(line).text());
      const voices = question.withSeen.positions
        .flatMap((position) => position.voices.map(({ ref }) => ref))
        .filter((ref) => $(`a[href="..${pageAddress(ref)}"]`, line).length > 0);
      const named = new Map(voices.map((ref) => [refKey(ref), ref]));
      return [...named.values()].flatMap((ref) => {
        const { data } = archive.entry(ref);
        const [body] = 'speaks_for' in data ? data.speaks_for : [];
        if (!body) return [];
        const expected = !named.has(refKey(body.value));
        return [{ id, text, name: entryName(archive, body.value), expected }];
      });
    }),
  );
  expect(people.length).toBeGreaterThan(30);
  expect(people.filter(({ text, name, expected }) => text.includes(`(${name})`) !== expected)).toEqual([]);
});

test('an answer counts voices, reports and texts', () => {
  for (const { question, id, $ } of questions) {
    for (const { id: position, reports } of question.positions.filter((each) => each.reports.length > 0)) {
      const [weight] = texts($(`#${positionAnchor(position)} .weight`));
      expect(weight, id).toMatch(/\d+ voices?, \d+ reports?, \d+ texts?/);
      expect(weight, id).toContain(`, ${textsOf(reports).length} text`);
    }
  }
  expect(texts(parse('questions/fighters-killed.html')('#position-none-lost .weight'))[0]).toBe(
    'In the texts we saved: 1 voice, 2 reports, 1 text',
  );
});

test('a question says first that its answers rest on one text or on translations, if they do and only then, and leads to the rows', () => {
  for (const { question, id, $ } of questions) {
    const basis = basisOf(question, isTranslated);
    const bar = $('.entry-header > .basis');
    expect(bar.length, id).toBe(basis ? 1 : 0);
    if (!basis) continue;
    const links = hrefs(bar.find('a'));
    const sources = links.filter((link) => !link.includes('#'));
    expect(sources, id).toEqual(basis.texts.map((source) => `../sources/${source}.html`));
    const { reports } = basis.heldOnly ? question : question.withSeen;
    const paragraphs = Map.groupBy(reports, ({ source, paragraph }) => `${source} ${paragraph}`);
    const rows = links.filter((link) => link.includes('#'));
    expect(rows.length, id).toBe(paragraphs.size);
    for (const of of paragraphs.values())
      expect(of.filter(({ key }) => rows.includes(`..${reportAddress(key)}`)).length, id).toBe(1);
    const [only] = basis.texts;
    const told = words(bar.text());
    expect(told.includes('in translation'), id).toBe(only !== undefined && isTranslated(only));
    expect(told.includes('texts we saved'), id).toBe(basis.heldOnly);
  }
  expect(questions.filter(({ $ }) => $('.basis').length > 0).length).toBeGreaterThan(10);
});

test('a scale has its degrees in order, each with its answer and a mark for each voice', () => {
  const scales = questions.filter(({ question }) => question.entry.data.scale);
  const held = new Set(archive.heldReports.map(({ key }) => `..${reportAddress(key)}`));
  expect(scales.map(({ id }) => id)).toContain('who-directs-the-militias');
  for (const { question, id, $ } of scales) {
    const answers = question.entry.data.positions.map(({ answer }) => answer);
    expect(texts($('.scale .answer')), id).toEqual(answers);
    for (const { id: position, voices } of question.withSeen.positions) {
      // A voice with a report that we saved shows that report, and folds the others.
      for (const voice of $(`.scale #${positionAnchor(position)} .voices > li`).get()) {
        const saved = hrefs($('a.row', voice)).map((row) => held.has(row));
        expect(saved.slice(1).includes(true) && !saved[0], id).toBe(false);
      }
      const marks = $(`.scale #${positionAnchor(position)} .voice-marks i`);
      expect(attributes(marks, 'class'), id).toEqual(voices.map(({ side }) => `side-${side}`));
    }
  }
  expect(questions.filter(({ $ }) => $('.scale').length > 0)).toEqual(scales);
});

test('a group begins with facts that some report carries, each after the voice that states it', () => {
  const fields = {
    Formed: 'formed',
    Leader: 'leaders',
    Politics: 'ideology',
    Aim: 'aims',
    'Tie to Ukraine': 'ukraine',
  } as const;
  for (const { group, id, $ } of groups) {
    const labels = texts($('.group-facts dt')) as (keyof typeof fields)[];
    expect(labels.length, id).toBeGreaterThan(0);
    for (const label of labels) expect(group.data[fields[label]].length, id).toBeGreaterThan(0);
    for (const fact of $('.group-facts dd:has(> b)')) {
      expect($(fact).find('b:first-child .side').length, id).toBeGreaterThan(0);
      expect($(fact).children('a').attr('href'), id).toMatch(/^\.\.\/sources\/[\w-]+\.html#r\d+$/);
    }
  }
});

test('a group has its claims by event, in time order, with what others say beside them', () => {
  for (const { group, id, $ } of groups) {
    const events = claimedEvents(archive, group);
    expect(hrefs($('.group-claims a.claimed')), id).toEqual(
      events.map(({ event }) => `..${pageAddress(event)}`),
    );
    const asked = events.flatMap((event) => event.questions.map(({ entry }) => `..${pageAddress(entry)}`));
    expect(hrefs($('.group-claims [scope="row"] a')), id).toEqual(asked);
    expect(asked.length, id).toBe(group.data.claims.length);
    for (const named of $('.group-claims .claimed + .weight'))
      expect($(named).find('a').length, id).toBeGreaterThan(0);
    for (const row of $('.group-claims tr:has([scope="row"])'))
      expect($(row).children('td').length, id).toBe(4);
  }
});
