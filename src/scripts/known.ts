// "What was known by a given day": lets a reader set a day, with a slider or a list, and shows the standings and voices of that day
// from the data in the page. The day is the parameter `known` of the address, so that a link or a reload keeps it.
import type { Standing } from '../archive/standing.ts';
import { STANDING_WORDS } from '../archive/standing-words.ts';
import { stateOn, type Known, type KnownRow, type KnownState } from '../util/known-days.ts';
import { make } from './make.ts';

const mark = (standing: Standing): Node =>
  make('span', { className: `standing standing-${standing.replace(' ', '-')}` }, STANDING_WORDS[standing]);

/** The standing; where the seen sources change it, that of the held texts first. */
function standings([, held, all]: KnownState<Standing>): (Node | string)[] {
  if (held === all) return [mark(all)];
  return ['in the texts we saved: ', mark(held), '; with other web pages: ', mark(all)];
}

function voice([side, name]: Known['names'][number], seen: boolean): Node {
  // Screen readers get the word of the side, which others see as a sign.
  const word = make('span', { className: 'unseen' }, `${side.replace('-', ' ')}: `);
  const sign = make('span', { className: `side side-${side}` }, word);
  const seenMark = make('span', { className: 'seen' }, 'no saved copy');
  return make('span', { className: 'known-voice' }, sign, name, ...(seen ? [' ', seenMark] : []));
}

/** A row as it stood on a day. */
function item(known: Known, row: KnownRow, state: KnownState<Standing> | undefined): Node {
  const text = row.href === undefined ? row.text : make('a', { href: row.href }, row.text);
  const parts: (Node | string)[] = [text, ' '];
  if (!state || state[2] === 'open') parts.push(make('span', { className: 'weight' }, 'no answer yet'));
  else {
    parts.push(make('span', { className: 'standings' }, ...standings(state)));
    const [, , , held = [], seen = []] = state;
    for (const place of [...held, ...seen])
      parts.push(' ', voice(known.names[place] ?? ['', ''], seen.includes(place)));
  }
  return make('li', {}, ...parts);
}

/** The state of the whole on a day, in words. */
function summary(known: Known<Standing>, day: number): (Node | string)[] {
  const standingOf = (row: KnownRow): string => stateOn(row, day)?.[2] ?? 'open';
  const answered = known.rows.map(standingOf).filter((standing) => standing !== 'open');
  const count = `${answered.length} of ${known.rows.length}`;
  const words = `By ${known.days[day]?.[1]}: `;
  if (!known.whole) {
    const disputed = answered.filter((standing) => standing === 'disputed').length;
    return [`${words}${count} questions have an answer, and ${disputed} are disputed.`];
  }
  const state = stateOn(known.whole, day);
  return [words, ...(state ? [...standings(state), ', '] : []), `${count} answers given.`];
}

function start(details: HTMLDetailsElement): void {
  const known = JSON.parse(details.querySelector('script')?.textContent ?? '') as Known<Standing>;
  const list = make('select', {}, ...known.days.map(([value, words]) => make('option', { value }, words)));
  const slider = make('input', {
    type: 'range',
    min: '0',
    max: `${known.days.length - 1}`,
    ariaLabel: 'Day, in order',
  });
  const status = make('p', { role: 'status' });
  const rows = make('ul', { className: 'questions', role: 'list' });

  const show = (day: number): void => {
    list.selectedIndex = day;
    slider.value = `${day}`;
    slider.ariaValueText = known.days[day]?.[1] ?? '';
    status.replaceChildren(...summary(known, day));
    const shown = known.whole ? known.rows : known.rows.filter((row) => stateOn(row, day));
    rows.replaceChildren(...shown.map((row) => item(known, row, stateOn(row, day))));
  };
  const choose = (day: number): void => {
    show(day);
    const address = new URL(location.href);
    address.searchParams.set('known', list.value);
    history.replaceState(history.state, '', address);
  };
  list.onchange = () => choose(list.selectedIndex);
  slider.oninput = () => choose(slider.valueAsNumber);

  details.append(
    make('p', { className: 'known-day' }, make('label', {}, 'Day ', list), ' ', slider),
    status,
    rows,
  );
  const asked = new URLSearchParams(location.search).get('known');
  const day = known.days.findLastIndex(([each]) => asked === null || each <= asked);
  show(Math.max(0, day));
}

for (const details of document.querySelectorAll<HTMLDetailsElement>('.known')) {
  details.previousElementSibling?.removeAttribute('disabled');
  start(details);
}
