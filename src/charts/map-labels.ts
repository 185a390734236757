// Places the names on a map so that none overlaps another at any width of the map. Lengths are in em, because letters
// keep their size while the map grows with the page.
import type { LabelSide } from '../model/schemas/place.ts';
import type { MapPlace } from './map-places.ts';
import { WIDTH, type Spot } from './map-view.ts';
import { textWidth } from './text.ts';

/** The map widths, in em, at which labels must fit: letters of 11 to 13 px in maps of 230 to 900 px. */
export const MAP_WIDTHS = { compact: [21.4, 25, 30], full: [24.5, 30, 38, 50, 70] } as const;
/** Narrower maps hide the labels that do not fit in them. Keep equal to the container query in src/styles/map.css. */
export const WIDE = 38;
/** The height of a line of text, in em. */
export const LINE = 1.2;
/** The height of a link, in em: 24 px (WCAG 2.2, 2.5.8) where the letters are smallest. */
export const TARGET = 2.2;
/** The free space beside a name, and between a name and the frame, in em. */
const GAP = 0.3;
/** The letter spacing of a state's name, in em. Keep equal to `letter-spacing` in src/styles/map.css. */
const SPACING = 0.12;

export type Side = LabelSide | 'center';

/** A rectangle, in em. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A disc that no label may overlap: a mark, or a piece of a line. */
export interface Disc {
  readonly spot: Spot;
  /** In em. */
  readonly radius: number;
}

/** A name to place on the map, with its allowed positions. */
export interface Name {
  readonly kind: 'point' | 'area' | 'state' | 'border' | 'region' | 'measure';
  readonly text: string;
  /** The place of that name, if the map shows it. */
  readonly place?: MapPlace | undefined;
  /** The points to try, best first. */
  readonly spots: readonly Spot[];
  /** Finds more points to try if there is no room at these. */
  readonly moreSpots?: (() => readonly Spot[]) | undefined;
  /** The sides of a point to try, best first. */
  readonly sides: readonly Side[];
  /** The sides to try if on none of these the name is inside its area. */
  readonly otherSides?: readonly Side[];
  /** The radius of the mark at the point, in em. */
  readonly radius: number;
  /** Tests whether a point is in the area that contains the name: if there is room for that of a point or of an area. */
  readonly inside?: ((spot: Spot) => boolean) | undefined;
}

/** A name with its position. */
export interface Label extends Name {
  readonly spot: Spot;
  readonly side: Side;
  /** The rectangle of the text, relative to the point. */
  readonly box: Box;
  /** True if the label fits only in maps of at least {@link WIDE}. */
  readonly wide: boolean;
}

/** True if the name is a link of its own; an area is a link as a whole. */
export const isLink = ({ kind, place }: Name): boolean => place !== undefined && kind !== 'area';

/** The width of a name, in em. */
function nameWidth({ kind, text, place }: Name): number {
  const bold = place ? 1.06 : 1;
  if (kind !== 'state') return textWidth(text, 1) * bold;
  return textWidth(text.toUpperCase(), 1) * bold + SPACING * text.length;
}

/** The rectangle of a text on one side of a mark, relative to the centre of the mark, in em. */
export function textBox(side: Side, width: number, radius: number): Box {
  const beside = side === 'left' || side === 'right';
  const off = radius + (beside ? 0.35 : 0.2);
  const across = beside ? off : 0;
  return {
    x: side.endsWith('left') ? -width - across : side.endsWith('right') ? across : -width / 2,
    y: side.startsWith('above') ? -LINE - off : side.startsWith('below') ? off : -LINE / 2,
    width,
    height: LINE,
  };
}

/** @returns the position, on a map of this width, of a rectangle relative to a point */
export function boxAt({ spot: [x, y], box }: Pick<Label, 'spot' | 'box'>, mapWidth: number): Box {
  const scale = mapWidth / WIDTH;
  return { ...box, x: x * scale + box.x, y: y * scale + box.y };
}

/** The square around a disc on a map of this width. */
export function discAt({ spot, radius }: Disc, mapWidth: number): Box {
  return boxAt({ spot, box: { x: -radius, y: -radius, width: 2 * radius, height: 2 * radius } }, mapWidth);
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
 * Places each name at the first of its points and sides that is free: first where it is inside its area and clear of the
 * border. Leaves out a name that fits nowhere.
 * @param names most important first
 * @param border the border as discs
 * @param height the height of the map, in units of its drawing
 * @param mapWidths the widths of the map, in em, ascending
 */
export function placeNames(
  names: readonly Name[],
  discs: readonly Disc[],
  border: readonly Disc[],
  height: number,
  mapWidths: readonly number[],
): Label[] {
  const labels = new Map<Name, Label>();
  /** Each width of the map, with the discs and the border as squares. */
  const maps = mapWidths.map((mapWidth) => {
    const at = (some: readonly Disc[]): Box[] => some.map((disc) => discAt(disc, mapWidth));
    return { mapWidth, discs: at(discs), border: at(border) };
  });
  type Sized = (typeof maps)[number];
  const isFree = (label: Label, { mapWidth, discs }: Sized): boolean => {
    const box = boxAt(label, mapWidth);
    const isNear = (other: Label): boolean =>
      touch(box, boxAt(other, mapWidth), GAP, isLink(label) && isLink(other) ? TARGET - LINE : 0);
    return (
      inFrame(box, mapWidth, (height / WIDTH) * mapWidth) &&
      ![...labels.values()].some(isNear) &&
      !discs.some((square) => touch(box, square))
    );
  };
  /** True if the area contains both ends of the text. Checked at the narrowest width, where the text covers most ground. */
  const isInside = (label: Label, { mapWidth }: Sized): boolean => {
    const { x, y, width } = boxAt(label, mapWidth);
    const ends = [0.1, 0.9].map((fraction): Spot => [x + fraction * width, y + LINE / 2]);
    return ends.every(
      ([right, down]) => label.inside?.([(right * WIDTH) / mapWidth, (down * WIDTH) / mapWidth]) ?? true,
    );
  };
  for (const wide of [false, true]) {
    const sized = maps.filter(({ mapWidth }) => !wide || mapWidth >= WIDE);
    const [narrowest] = sized;
    if (narrowest === undefined) break;
    for (const name of names.filter((each) => !labels.has(each))) {
      const at = (spots: readonly Spot[], sides = name.sides): Label[] =>
        spots.flatMap((spot) =>
          sides.map((side): Label => {
            return { ...name, spot, side, box: textBox(side, nameWidth(name), name.radius), wide };
          }),
        );
      const hasRoom = (each: Label): boolean => sized.every((map) => isFree(each, map));
      const isClear = (each: Label): boolean =>
        sized.every(({ mapWidth, border }) => {
          const box = boxAt(each, mapWidth);
          return !border.some((square) => touch(box, square));
        });
      /** The first that has room inside, clear of the border, else the first that has room inside. */
      const best = (stands: readonly Label[]): Label | undefined => {
        let first: Label | undefined;
        for (const each of stands) {
          if (!hasRoom(each) || !isInside(each, narrowest)) continue;
          if (isClear(each)) return each;
          first ??= each;
        }
        return first;
      };
      const stands = at(name.spots);
      const others = at(name.spots, name.otherSides ?? []);
      const needsArea = name.kind !== 'point' && name.kind !== 'area';
      const label =
        best(stands) ??
        best(others) ??
        best(at(name.moreSpots?.() ?? [])) ??
        (needsArea ? undefined : [...stands, ...others].find(hasRoom));
      if (label) labels.set(name, label);
    }
  }
  return [...labels.values()];
}
