// Types for the used part of the edtf package, which has none.
declare module 'edtf' {
  export interface Bitmask {
    readonly value: number;
  }
  export interface ExtendedDate {
    readonly type: 'Date' | 'Season' | 'Interval' | 'Year' | 'Decade' | 'Century' | 'List' | 'Set';
    readonly edtf: string;
    readonly min: number | null;
    readonly max: number | null;
    readonly values: readonly number[];
    /** The smallest unit of the date: 1 year, 2 month, 3 day; 0 with a time of day. */
    readonly precision?: number;
    readonly uncertain?: Bitmask;
    readonly approximate?: Bitmask;
    readonly unspecified?: Bitmask;
    /** The ends of an interval: null where unknown (`/2023`), an infinite number where open (`../2023`). */
    readonly lower?: ExtendedDate | number | null;
    readonly upper?: ExtendedDate | number | null;
  }
  export default function edtf(text: string, constraints?: { level?: 0 | 1 | 2 | 3 }): ExtendedDate;
}
