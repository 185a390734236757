// A chart of growth: one quantity of both sites against the number of reports, both axes logarithmic, so
// that what grows in proportion is a straight line of the same slope.
import { scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { figure } from './numbers.ts';

export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [size: number, value: number])[];
}

const [WIDTH, HEIGHT] = [640, 360];
const FRAME = { left: 70, right: 130, top: 40, bottom: 45 };

/** Dash patterns tell the lines apart without colour. */
const LINES = [
  { colour: '#9a3412', dash: '' },
  { colour: '#1e40af', dash: '6 4' },
];

/** Numbers of 1, 2 or 5 times a power of ten, from no more than the least value to no less than the most. */
function steps(least: number, most: number): number[] {
  const found: number[] = [];
  for (let power = 10 ** Math.floor(Math.log10(least)); power <= most * 10; power *= 10)
    found.push(...[1, 2, 5].map((factor) => factor * power));
  const from = found.findLastIndex((step) => step <= least);
  const to = found.findIndex((step) => step >= most);
  return found.slice(from, to + 1);
}

/** @param unit of the values, for the title: "s", "MB" */
export function growthChart(title: string, unit: string, series: readonly Series[]): string {
  const points = series.flatMap((each) => each.points);
  const sizes = points.map(([size]) => size);
  const values = points.map(([, value]) => value);
  const x = scaleLog([Math.min(...sizes), Math.max(...sizes)], [FRAME.left, WIDTH - FRAME.right]);
  const ticks = steps(Math.min(...values), Math.max(...values));
  const y = scaleLog([ticks[0] ?? 1, ticks.at(-1) ?? 10], [HEIGHT - FRAME.bottom, FRAME.top]);
  const path = line<readonly [number, number]>(
    ([size]) => x(size),
    ([, value]) => y(value),
  );
  const drawn = series.map(({ name, points: own }, index) => {
    const { colour, dash } = LINES[index % LINES.length] ?? { colour: '#000', dash: '' };
    const last = own.at(-1);
    const marks = own
      .map(
        ([size, value]) =>
          `<circle cx="${x(size).toFixed(1)}" cy="${y(value).toFixed(1)}" r="4" fill="${colour}"><title>${name}, ${figure(size)} reports: ${figure(value)} ${unit}</title></circle>`,
      )
      .join('');
    const label = last
      ? `<text x="${(x(last[0]) + 10).toFixed(1)}" y="${(y(last[1]) + 4).toFixed(1)}" fill="${colour}">${name.replace('&', '&amp;')}</text>`
      : '';
    return `<path d="${path(own) ?? ''}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>${marks}${label}`;
  });
  const across = [...new Set(sizes)].map(
    (size) =>
      `<text x="${x(size).toFixed(1)}" y="${HEIGHT - 20}" text-anchor="middle">${figure(size)}</text>`,
  );
  const up = ticks.map(
    (value) =>
      `<line x1="${FRAME.left}" x2="${WIDTH - FRAME.right}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}" stroke="#ddd"/><text x="${FRAME.left - 8}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${figure(value)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="sans-serif" font-size="13"><title>${title}</title><rect width="100%" height="100%" fill="#fff"/><text x="${FRAME.left}" y="22" font-weight="bold">${title}, ${unit}</text>${up.join('')}${across.join('')}<text x="${(FRAME.left + WIDTH - FRAME.right) / 2}" y="${HEIGHT - 4}" text-anchor="middle">reports</text>${drawn.join('')}</svg>\n`;
}
