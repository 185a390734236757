// The names on a map. Letters keep their size while the map grows with the page, so lengths here are in em. A name
// has its place where it is clear of the others in every width that the map can have.
import type { LabelSide } from '../model/schemas/place.ts';
import { WIDTH, type Spot } from './map-view.ts';

/** The widths of maps in em that names are tried in: letters of 11 to 13 px in maps of 230 to 900 px. */
export const MAP_WIDTHS = { compact: [21.4, 25, 30], full: [24.5, 30, 38, 50, 70] } as const;
/** Names that fit only from this width on are hidden in narrower maps. The style sheet has the same. */
export const WIDE = 38;
/** The height of a line of text, in em. */
export const LINE = 1.2;
/** The height of a link, in em: 24 px (WCAG 2.2, 2.5.8) where the letters are smallest. */
export const TARGET = 2.2;
/** The free space beside a name, and between a name and the frame, in em. */
const GAP = 0.3;

export type Side = LabelSide | 'center';

/** A rectangle, in em. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A name, and where it may stand. */
export interface Name {
  /** The points that it may stand at, the best first. */
  readonly spots: readonly Spot[];
  /** The sides of a point that it may stand on, the best first. */
  readonly sides: readonly Side[];
  /** The radius of the mark at the point, in em. */
  readonly radius: number;
  /** The width of the text, in em. */
  readonly width: number;
  readonly link: boolean;
  /** True for the points of the area that the name must stay in; anywhere without it. */
  readonly inside?: ((spot: Spot) => boolean) | undefined;
}

/** Where a name stands: a point, and the rectangle of the text relative to the point, in em. */
export interface Stand {
  readonly spot: Spot;
  readonly side: Side;
  readonly text: Box;
  /** True if it stands there only in maps of at least {@link WIDE}. */
  readonly wide: boolean;
}

/** What names keep clear of: a disc of this radius in em. */
export interface Obstacle {
  readonly spot: Spot;
  readonly radius: number;
}

/** The rectangle of a text on one side of a mark, relative to the mark's centre, in em. */
export function textBox(side: Side, width: number, radius: number): Box {
  const beside = side === 'left' || side === 'right';
  const off = radius + (beside ? 0.35 : 0.2);
  const x = side.endsWith('left')
    ? -width - (beside ? off : 0)
    : side.endsWith('right')
      ? beside
        ? off
        : 0
      : -width / 2;
  const y = side.startsWith('above') ? -LINE - off : side.startsWith('below') ? off : -LINE / 2;
  return { x, y, width, height: LINE };
}

/** The rectangle on a map of this width. */
export function boxAt({ spot: [x, y], text }: Pick<Stand, 'spot' | 'text'>, mapWidth: number): Box {
  const scale = mapWidth / WIDTH;
  return { ...text, x: x * scale + text.x, y: y * scale + text.y };
}

/** True if two rectangles come closer than `across` horizontally and `down` vertically. */
export function touch(a: Box, b: Box, across = 0, down = 0): boolean {
  return (
    a.x < b.x + b.width + across &&
    b.x < a.x + a.width + across &&
    a.y < b.y + b.height + down &&
    b.y < a.y + a.height + down
  );
}

/** True if a rectangle lies in a map of this size, clear of the frame. */
export function inFrame({ x, y, width, height }: Box, mapWidth: number, mapHeight: number): boolean {
  return x >= GAP && y >= GAP && x + width <= mapWidth - GAP && y + height <= mapHeight - GAP;
}

/**
 * Finds a place for each name, on the first of its sides that is free. A name that fits nowhere gets none.
 * @param names the most important first
 * @param obstacles the marks that no name may cover
 * @param height the height of the map, in units of its drawing
 * @param mapWidths the widths of the map, in em, ascending
 */
export function placeNames(
  names: readonly Name[],
  obstacles: readonly Obstacle[],
  height: number,
  mapWidths: readonly number[],
): (Stand | undefined)[] {
  const taken = new Map<Name, Stand>();
  const isFree = ({ link }: Name, stand: Stand, width: number): boolean => {
    const box = boxAt(stand, width);
    return (
      inFrame(box, width, (height / WIDTH) * width) &&
      ![...taken].some(([name, other]) =>
        touch(box, boxAt(other, width), GAP, link && name.link ? TARGET - LINE : 0),
      ) &&
      !obstacles.some(({ spot, radius }) => {
        const mark = { x: -radius, y: -radius, width: 2 * radius, height: 2 * radius };
        return touch(box, boxAt({ spot, text: mark }, width));
      })
    );
  };
  /** True if both ends of the text lie inside; in a wider map they do so all the more. */
  const isInside = ({ inside }: Name, stand: Stand, width: number): boolean => {
    const box = boxAt(stand, width);
    const end = (part: number): Spot => [
      ((box.x + part * box.width) * WIDTH) / width,
      ((box.y + box.height / 2) * WIDTH) / width,
    ];
    return !inside || (inside(end(0.1)) && inside(end(0.9)));
  };
  for (const wide of [false, true]) {
    const widths = mapWidths.filter((width) => !wide || width >= WIDE);
    const [narrowest] = widths;
    if (narrowest === undefined) break;
    for (const name of names.filter((each) => !taken.has(each))) {
      const stands = name.spots.flatMap((spot) =>
        name.sides.map((side): Stand => ({ spot, side, text: textBox(side, name.width, name.radius), wide })),
      );
      const stand = stands.find(
        (each) => widths.every((width) => isFree(name, each, width)) && isInside(name, each, narrowest),
      );
      if (stand) taken.set(name, stand);
    }
  }
  return names.map((name) => taken.get(name));
}
