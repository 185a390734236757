// The turns of each question on the built pages: every dated answer once, in time order, each with its row.
import { expect, test } from 'vitest';
import { reportAnchor } from '../../src/archive/addresses.ts';
import { runsOf, turnsOf } from '../../src/archive/turns.ts';
import { dateOrder } from '../../src/model/dates.ts';
import { ownArchive } from '../support/archive.ts';
import { attributes, hrefs, parse, texts } from '../support/site.ts';

const archive = ownArchive();
const questions = archive.questions.filter((question) => turnsOf(archive, question).length > 1);

test('each turn of a question leads to the rows of its reports, and tells its side', () => {
  expect(questions.length).toBeGreaterThan(40);
  for (const question of questions) {
    const { id } = question.entry;
    const $ = parse(`questions/${id}.html`);
    const lines = $('.turns > li');
    const turns = turnsOf(archive, question);
    expect(lines.length, id).toBe(turns.length);
    for (const [index, { reports }] of turns.entries()) {
      const line = lines.eq(index);
      const rows = reports.map(({ source, number }) => `../sources/${source}.html#${reportAnchor(number)}`);
      expect(hrefs(line.find('a[href*="#r"]')), id).toEqual(rows);
      expect(texts(line.find('.turn .side'))[0], id).toMatch(/^[A-Z][\w ]+:$/);
    }
  }
});

test('the turns of a question are all its reports, in time order, and relations lead to its other turns', () => {
  for (const question of questions) {
    const { id } = question.entry;
    const turns = turnsOf(archive, question);
    const keys = turns.flatMap(({ reports }) => reports.map(({ key }) => key));
    expect(keys.toSorted(), id).toEqual(question.withSeen.reports.map(({ key }) => key).toSorted());
    const order = turns.map(({ date }) => dateOrder(date));
    expect(order, id).toEqual(order.toSorted((a, b) => a - b));
    const $ = parse(`questions/${id}.html`);
    for (const anchor of hrefs($('.turns a[href^="#turn-"]'))) expect($(anchor).length, id).toBe(1);
  }
});

test('the page on the dead shows the claim, the denial, and how a voice contradicts itself', () => {
  const turns = turnsOf(archive, archive.question('fighters-killed'));
  const legion = turns.filter(({ reports: [{ voice }] }) => voice.id === 'freedom-of-russia-legion');
  expect(legion.map(({ answers: [answer = ''], verb }) => [answer, verb])).toEqual([
    ['Two of the Legion were killed', 'claimed'],
    [expect.stringContaining('The Legion lost nobody'), 'claimed'],
  ]);
  const own = legion.flatMap(({ relations }) => relations.filter(({ own }) => own));
  expect(own.map(({ how, to }) => [how, turns[to - 1] === legion[1]])).toEqual([['contradicts', true]]);
});

test('a question whose answer never changed says so, and only the first of its turns is not folded', () => {
  const same = questions.filter((question) => runsOf(turnsOf(archive, question)).length === 1);
  expect(same.map(({ entry }) => entry.id)).toContain('who-leads-the-corps');
  for (const question of questions) {
    const { id } = question.entry;
    const $ = parse(`questions/${id}.html`);
    const stayed = same.includes(question);
    expect($('#turns').text(), id).toBe('The answers by date');
    const turns = turnsOf(archive, question);
    if (stayed)
      expect($('.turns-section > .weight').text(), id).toMatch(
        turns.length === 2 ? /Both statements/ : `All ${turns.length} statements`,
      );
    // What is folded repeats the answer of the turn above it.
    const folded = attributes($('.turns-section details .turns > li'), 'id');
    for (const turn of folded) {
      const number = Number(/\d+$/.exec(turn)?.[0]);
      expect(turns[number - 1]?.positions, id).toEqual(turns[number - 2]?.positions);
    }
    if (stayed && turns.length > 2) expect(folded.length, id).toBe(turns.length - 1);
  }
});
