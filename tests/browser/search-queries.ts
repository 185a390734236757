// What readers type into the search, with the pages that answer best: a query passes when one of its pages is among
// the first three results. The pages were chosen from the content, not from what the search returns.

export interface SearchQuery {
  query: string;
  /** The addresses of the best answers from the site's root; any of them will do. */
  pages: readonly string[];
  /** Why these pages, where the query and the pages do not tell it. */
  why?: string;
}

const BELGOROD = [
  'places/belgorod.html',
  'places/belgorod-region.html',
  'events/belgorod-raid-may-2023.html',
];
const DISTANCE_OF_BELGOROD = [
  'places/belgorod.html',
  'sources/yahoo-uk.html#r20',
  'events/belgorod-city-drones-june-2023.html',
];
const EVENTS_OF_22_MAY = [
  'events/belgorod-raid-may-2023.html',
  'events/belgorod-buildings-22-may-2023.html',
  'events/residents-leave-may-2023.html',
];

export const QUERIES: readonly SearchQuery[] = [
  // Names and aliases of groups, people, organisations and places.
  { query: 'Freedom of Russia Legion', pages: ['groups/freedom-of-russia-legion.html'] },
  { query: 'Liberty of Russia Legion', pages: ['groups/freedom-of-russia-legion.html'] },
  { query: 'RDK', pages: ['groups/russian-volunteer-corps.html'] },
  {
    query: 'anti-Putin groups',
    pages: [
      'organisations/the-militias.html',
      'sources/yahoo-uk.html',
      'questions/who-made-the-june-attack.html',
    ],
    why: 'An alias of the militias, the words of a headline, and a position on the June attack.',
  },
  { query: 'governor', pages: ['people/gladkov.html'] },
  { query: 'Dmitri Peskov', pages: ['people/peskov.html'] },
  { query: 'Neil Melvin RUSI', pages: ['people/melvin.html', 'organisations/rusi.html'] },
  { query: '@Gerashchenko_en', pages: ['people/gerashchenko.html'] },
  { query: 'Kremlin', pages: ['organisations/kremlin.html', 'places/kremlin-building.html'] },
  { query: 'Kiev', pages: ['places/kyiv.html', 'organisations/ukrainian-government.html'] },
  { query: 'Graivoron', pages: ['places/grayvoron.html'] },

  // Names that only seen sources have, in Latin and in Cyrillic letters.
  { query: 'denis kapustin', pages: ['people/nikitin.html', 'questions/who-leads-the-corps.html'] },
  { query: 'Ponomaryov', pages: ['people/ponomarev.html'] },
  { query: 'Caesar', pages: ['people/andronnikov.html'] },
  { query: 'Budanov', pages: ['people/budanov.html'] },
  { query: 'Wagner', pages: ['organisations/wagner.html'] },
  { query: 'Siberian Battalion', pages: ['groups/siberian-battalion.html'] },
  { query: 'РДК', pages: ['groups/russian-volunteer-corps.html'] },
  { query: 'Русский добровольческий корпус', pages: ['groups/russian-volunteer-corps.html'] },
  { query: '«Свобода России»', pages: ['groups/freedom-of-russia-legion.html'] },
  { query: 'Свобода Росії', pages: ['groups/freedom-of-russia-legion.html'] },
  { query: 'Svoboda Rossii', pages: ['groups/freedom-of-russia-legion.html'] },

  // Sources by their short names and their publishers.
  { query: 'Polskie Radio', pages: ['sources/polskie-radio.html', 'organisations/polskie-radio.html'] },
  { query: 'yahoo uk', pages: ['sources/yahoo-uk.html', 'organisations/yahoo-uk.html'] },
  { query: 'il post', pages: ['sources/il-post-translated.html', 'organisations/il-post.html'] },
  {
    query: 'thelatestnews.world',
    pages: ['organisations/latest-news-world.html', 'sources/latest-news-world.html'],
  },
  { query: 'polskie-radio/21', pages: ['sources/polskie-radio.html#r21'] },

  // A name whose words stand in the title of a question too.
  { query: 'belgorod raid', pages: ['events/belgorod-raid-may-2023.html'] },

  // Exact titles, bare and in quotation marks of every kind.
  { query: 'Attack on the Belgorod region, 1 June 2023', pages: ['events/belgorod-attack-1-june-2023.html'] },
  { query: '"Who directs the militias?"', pages: ['questions/who-directs-the-militias.html'] },
  {
    query: '“Anti-Putin militias mount attack inside Russia”',
    pages: ['sources/international-intrigue.html'],
  },
  { query: '«How did the May raid end?»', pages: ['questions/how-the-may-raid-ended.html'] },
  { query: '„Did the fighters use Western weapons?“', pages: ['questions/western-weapons.html'] },
  { query: '‘Shaping operation’', pages: ['terms/shaping-operation.html'] },
  {
    query: 'Due milizie russe anti Putin hanno fatto un’incursione in Russia',
    pages: ['sources/il-post-translated.html'],
  },

  // Misspellings.
  { query: 'Belgarod', pages: BELGOROD },
  { query: 'Shebekhino', pages: ['places/shebekino.html'] },
  { query: 'Grayveron', pages: ['places/grayvoron.html'] },
  { query: 'Kozenka', pages: ['places/kozinka.html'] },
  { query: 'Voluntier', pages: ['terms/volunteer.html', 'groups/russian-volunteer-corps.html'] },
  { query: 'fredom of rusia legion', pages: ['groups/freedom-of-russia-legion.html'] },
  { query: 'Gerashenko', pages: ['people/gerashchenko.html'] },
  { query: 'sabateurs', pages: ['terms/saboteur.html'] },
  {
    query: 'counterofensive',
    pages: ['terms/counteroffensive.html', 'events/announced-counteroffensive.html'],
  },

  // Transliterations and accents.
  { query: 'Podoliak', pages: ['people/podolyak.html'] },
  { query: 'Bilhorod', pages: BELGOROD },
  { query: 'Bélgorod', pages: BELGOROD, why: 'The Spanish spelling.' },
  { query: 'Hraivoron', pages: ['places/grayvoron.html'] },
  { query: 'Viacheslav Gladkov', pages: ['people/gladkov.html'] },

  // American and British spellings, with and without hyphen.
  {
    query: 'defense ministry',
    pages: [
      'organisations/russian-defence-ministry.html',
      'organisations/uk-defence-ministry.html',
      'organisations/ukrainian-defence-ministry.html',
    ],
  },
  { query: 'tanks', pages: ['questions/heavy-weapons.html'] },
  {
    query: 'armored vehicles',
    pages: [
      'questions/heavy-weapons.html',
      'questions/western-weapons.html',
      'sources/latest-news-world.html#r93',
    ],
  },
  {
    query: 'putin canceled trip',
    pages: ['events/putin-cancels-trip-march-2023.html', 'sources/international-intrigue.html#r25'],
  },
  {
    query: 'crossborder raid',
    pages: ['terms/cross-border-raid.html', 'events/belgorod-raid-may-2023.html'],
  },
  { query: 'counter-terrorist regime', pages: ['terms/counterterrorist-regime.html'] },

  // Abbreviations.
  { query: 'NYT', pages: ['organisations/new-york-times.html'] },
  {
    query: 'MoD',
    pages: ['organisations/uk-defence-ministry.html', 'organisations/russian-defence-ministry.html'],
  },
  { query: 'UAV', pages: ['terms/drone.html'] },
  { query: 'IED', pages: ['terms/improvised-explosive-device.html'] },
  { query: 'FSB', pages: ['organisations/fsb.html'] },
  { query: 'AP', pages: ['organisations/ap.html'] },
  { query: 'ISW', pages: ['organisations/isw.html'] },
  {
    query: 'US',
    pages: ['organisations/united-states.html', 'organisations/new-york-times.html'],
    why: 'The country, and what its page calls a US newspaper; not “use”, and not the pronoun.',
  },

  // Numbers.
  { query: '35 km', pages: DISTANCE_OF_BELGOROD },
  { query: 'thirty-five kilometres', pages: DISTANCE_OF_BELGOROD },
  {
    query: '70 dead',
    pages: [
      'questions/fighters-killed.html',
      'sources/latest-news-world.html#r45',
      'organisations/kremlin.html',
    ],
  },
  {
    query: '200000 soldiers killed',
    pages: ['questions/russian-soldiers-killed.html', 'sources/polskie-radio.html#r56', 'people/sak.html'],
  },
  {
    query: '8 wounded',
    pages: ['questions/civilian-harm-may-raid.html', 'sources/polskie-radio.html#r21', 'people/gladkov.html'],
  },
  { query: 'day 454', pages: ['events/full-scale-invasion.html', 'sources/polskie-radio.html#r86'] },
  { query: 'population 6000', pages: ['places/grayvoron.html', 'sources/il-post-translated.html#r24'] },

  // Questions in words.
  { query: 'who is denis nikitin', pages: ['people/nikitin.html'] },
  { query: 'where is kozinka', pages: ['places/kozinka.html'] },
  {
    query: 'was kyiv involved',
    pages: ['questions/kyiv-role-may-raid.html', 'organisations/ukrainian-government.html'],
  },
  { query: 'how many fighters were killed', pages: ['questions/fighters-killed.html'] },
  { query: 'how many were killed', pages: ['questions/fighters-killed.html'] },
  { query: 'how many fighters are there', pages: ['questions/strength.html'] },
  {
    query: 'putin reaction',
    pages: ['people/putin.html', 'events/putin-cancels-trip-march-2023.html'],
    why: 'His own page says what is told of him; the trip is the one thing that he is said to have done about an attack.',
  },
  { query: 'how did putin react', pages: ['people/putin.html'] },
  { query: 'Kremlin reaction', pages: ['organisations/kremlin.html', 'people/peskov.html'] },
  { query: 'how did Russian commentators react', pages: ['questions/russian-commentators.html'] },
  { query: 'who leads the legion', pages: ['questions/who-leads-the-legion.html'] },
  {
    query: 'when did the raid start',
    pages: ['questions/when-the-may-raid-began.html', 'events/belgorod-raid-may-2023.html'],
  },
  {
    query: 'what happened in bryansk',
    pages: ['questions/march-bryansk-attack.html', 'events/bryansk-attack-march-2023.html'],
  },
  { query: 'did russia move its troops', pages: ['questions/effect-on-deployments.html'] },
  { query: 'are they neo-nazis?', pages: ['terms/neo-nazi.html', 'questions/politics-of-the-militias.html'] },
  {
    query: 'objectives of the raid',
    pages: ['questions/aim-of-the-may-raid.html', 'sources/international-intrigue.html#r14'],
  },
  {
    query: 'who sent the drones',
    pages: ['questions/who-launched-the-drones-at-belgorod.html', 'questions/moscow-drones.html'],
  },

  // Dates.
  { query: '22 May', pages: EVENTS_OF_22_MAY },
  { query: '2023-05-22', pages: EVENTS_OF_22_MAY },
  { query: 'May 22', pages: EVENTS_OF_22_MAY },
  {
    query: '1 June 2023',
    pages: [
      'events/belgorod-attack-1-june-2023.html',
      'questions/who-made-the-june-attack.html',
      'questions/june-attack-response.html',
    ],
  },
  {
    query: '24 May drones',
    pages: ['events/belgorod-drones-24-may-2023.html', 'questions/drones-24-may.html'],
  },
  {
    query: 'March 2023',
    pages: [
      'events/bryansk-attack-march-2023.html',
      'events/putin-cancels-trip-march-2023.html',
      'questions/march-bryansk-attack.html',
    ],
  },
  { query: '24 February 2022', pages: ['events/full-scale-invasion.html'] },
  {
    query: 'spring 2022',
    pages: [
      'questions/when-the-militias-were-formed.html',
      'groups/freedom-of-russia-legion.html',
      'sources/yahoo-uk.html#r13',
    ],
  },
  {
    query: 'clashes 19 May',
    pages: [
      'questions/when-the-may-raid-began.html',
      'sources/polskie-radio.html#r67',
      'events/belgorod-raid-may-2023.html',
    ],
  },

  // Facts in fact boxes.
  {
    query: 'head of Mayak',
    pages: ['people/galeotti.html', 'organisations/mayak.html', 'sources/latest-news-world.html#r77'],
  },
  {
    query: 'right-wing extremist',
    pages: [
      'people/nikitin.html',
      'questions/politics-of-the-militias.html',
      'sources/il-post-translated.html#r51',
    ],
  },
  { query: 'Polish state news agency', pages: ['organisations/pap.html', 'sources/polskie-radio.html#r9'] },

  // Terms and the pages about the site.
  { query: 'security zone', pages: ['terms/security-zone.html'] },
  { query: 'what is indirect fire', pages: ['terms/indirect-fire.html'] },
  { query: 'oblast', pages: ['terms/oblast.html'] },
  { query: "people's republic", pages: ['terms/peoples-republic.html'] },
  { query: 'glossary', pages: ['terms/index.html'] },
  { query: 'how we know', pages: ['method.html'] },
  { query: 'fixity', pages: ['method.html'] },
  { query: 'how is standing counted', pages: ['terms/standing.html', 'method.html'] },
  { query: 'download csv', pages: ['data.html'] },
  {
    query: 'denied',
    pages: ['terms/mode.html', 'organisations/ukrainian-government.html', 'questions/fighters-killed.html'],
    why: 'The word defined, and two denials that summaries tell; never Denis.',
  },

  // One statement or phrase of a text.
  {
    query: 'no ukrainian soldier entered russian soil',
    pages: [
      'sources/latest-news-world.html#r89',
      'organisations/ukrainian-armed-forces.html',
      'questions/kyiv-role-may-raid.html',
    ],
  },
  {
    query: 'not a single soldier',
    pages: ['questions/fighters-killed.html', 'sources/latest-news-world.html#r48'],
  },
  {
    query: 'paper tiger',
    pages: ['people/sak.html', 'sources/polskie-radio.html#r51', 'sources/polskie-radio.html#r60'],
  },
  {
    query: 'breaking point',
    pages: ['questions/russian-public-mood.html', 'sources/polskie-radio.html#r57'],
  },
  {
    query: 'returned voluntarily',
    pages: ['questions/how-the-may-raid-ended.html', 'sources/latest-news-world.html#r43'],
  },
  { query: 'tanks military store', pages: ['people/podolyak.html', 'sources/yahoo-uk.html#r55'] },
  {
    query: '"It is not worth it yet"',
    pages: ['people/gladkov.html', 'events/residents-leave-may-2023.html', 'sources/polskie-radio.html#r38'],
  },
  {
    query: 'officer lying face down',
    pages: [
      'sources/polskie-radio.html#r30',
      'questions/russian-losses-may-raid.html',
      'organisations/guardian.html',
    ],
  },
  {
    query: 'bought uniforms army surplus',
    pages: ['sources/yahoo-uk.html#r59', 'events/crimea-2014.html', 'places/crimea.html'],
  },
  {
    query: 'victim in the war',
    pages: [
      'questions/use-of-the-raids-by-moscow.html',
      'sources/polskie-radio.html#r65',
      'sources/polskie-radio.html#r78',
    ],
  },
  { query: 'drones over the kremlin', pages: ['events/kremlin-drones.html', 'places/kremlin-building.html'] },
  {
    query: 'helicopters',
    pages: [
      'sources/yahoo-uk.html#r31',
      'questions/june-attack-response.html',
      'organisations/russian-defence-ministry.html',
    ],
  },
  {
    query: 'Bakhmut divert attention',
    pages: ['sources/yahoo-uk.html#r51', 'places/bakhmut.html', 'questions/aim-of-the-may-raid.html'],
  },

  // Words typed halfway.
  { query: 'gladk', pages: ['people/gladkov.html'] },
  { query: 'shebek', pages: ['places/shebekino.html'] },
  { query: 'thermob', pages: ['terms/thermobaric-launcher.html'] },
  { query: 'evacu', pages: ['events/shebekino-evacuation.html', 'questions/shebekino-evacuation.html'] },
];

export const ABSENT: readonly { query: string; absent: readonly string[] }[] = [
  { query: 'Gerasimov', absent: ['Gerasimov'] },
  { query: 'Surovikin', absent: ['Surovikin'] },
  { query: 'Legion Azov', absent: ['Azov'] },
  { query: 'Zaluzhny Kyiv', absent: ['Zaluzhny'] },
  { query: 'Bayraktar military intelligence', absent: ['Bayraktar'] },
  { query: 'denis medvedev', absent: ['medvedev'] },
  { query: 'who is Navalny', absent: ['Navalny'] },
  { query: 'Bellingcat footage Grayvoron', absent: ['Bellingcat'] },
  { query: 'HIMARS', absent: ['HIMARS'] },
  { query: 'drones from Kherson', absent: ['Kherson'] },
  { query: 'Surovikin Lukashenko', absent: ['Surovikin', 'Lukashenko'] },
  { query: '"Mariupol"', absent: ['Mariupol'] },
  { query: 'Russian Volunteer Corps mercenaries', absent: ['mercenaries'] },
];
