// The sides that voices belong to, with their words and order. Colours and signs are in src/styles/voices.css.

interface SideWords {
  /** One word or two, for labels beside a colour. */
  readonly word: string;
  /** The word for all of that side: heads of columns and lists. */
  readonly many: string;
  /** What the side covers, for the method page and tooltips. */
  readonly means: string;
}

/** The sides, in the order in which pages list them. A platform is a carrier, never a voice. */
export const SIDE_WORDS = {
  militia: { word: 'Militia', many: 'Militia', means: 'the armed groups themselves and their members' },
  kyiv: { word: 'Kyiv', many: 'Kyiv', means: 'the Ukrainian state, its forces and officials' },
  moscow: {
    word: 'Moscow',
    many: 'Moscow',
    means: 'the Russian state, its forces and officials, national and regional',
  },
  'third-state': {
    word: 'Foreign country',
    many: 'Foreign countries',
    means: 'a country other than Russia and Ukraine, such as the UK',
  },
  analyst: { word: 'Analyst', many: 'Analysts', means: 'a researcher, think tank or consultancy' },
  press: { word: 'Press', many: 'Press', means: 'a newspaper, agency or site speaking in its own voice' },
  resident: { word: 'Resident', many: 'Residents', means: 'somebody who lives where it happened' },
  platform: {
    word: 'Platform',
    many: 'Platforms',
    means: 'a service that carries what others say and is never a voice',
  },
} satisfies Record<string, SideWords>;

export type Side = keyof typeof SIDE_WORDS;

export const SIDES = Object.keys(SIDE_WORDS) as readonly Side[];

/** The meaning of each side. */
export const SIDE_MEANS = Object.fromEntries(SIDES.map((side) => [side, SIDE_WORDS[side].means])) as Readonly<
  Record<Side, string>
>;
