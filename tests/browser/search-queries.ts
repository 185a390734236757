// What readers type into the search, with the pages that answer best: a query passes when one of its pages is among
// the first three results. The pages were chosen from the content, not from what the search returns.

/** One query a line, with its pages, as addresses from the site's root without ".html". */
const TABLE = `
# Names and aliases of groups, people, organisations and places.
Freedom of Russia Legion | groups/freedom-of-russia-legion
Liberty of Russia Legion | groups/freedom-of-russia-legion
RDK | groups/russian-volunteer-corps
# An alias of the militias, the words of a headline, and a position on the June attack.
anti-Putin groups | organisations/the-militias, sources/yahoo-uk, questions/who-made-the-june-attack
governor | people/gladkov
Dmitri Peskov | people/peskov
Neil Melvin RUSI | people/melvin, organisations/rusi
@Gerashchenko_en | people/gerashchenko
Kremlin | organisations/kremlin, places/kremlin-building
Kiev | places/kyiv, organisations/ukrainian-government
Graivoron | places/grayvoron

# Names that only seen sources have, in Latin and in Cyrillic letters.
denis kapustin | people/nikitin, questions/who-leads-the-corps
Ponomaryov | people/ponomarev
Caesar | people/andronnikov
Budanov | people/budanov
Wagner | organisations/wagner
Siberian Battalion | groups/siberian-battalion
РДК | groups/russian-volunteer-corps
Русский добровольческий корпус | groups/russian-volunteer-corps
«Свобода России» | groups/freedom-of-russia-legion
Свобода Росії | groups/freedom-of-russia-legion
Svoboda Rossii | groups/freedom-of-russia-legion

# Sources by their short names and their publishers.
Polskie Radio | sources/polskie-radio, organisations/polskie-radio
yahoo uk | sources/yahoo-uk, organisations/yahoo-uk
il post | sources/il-post-translated, organisations/il-post
thelatestnews.world | organisations/latest-news-world, sources/latest-news-world
polskie-radio/21 | sources/polskie-radio#r21

# A name whose words stand in the title of a question too.
belgorod raid | events/belgorod-raid-may-2023

# Exact titles, bare and in quotation marks of every kind.
Attack on the Belgorod region, 1 June 2023 | events/belgorod-attack-1-june-2023
"Who directs the militias?" | questions/who-directs-the-militias
“Anti-Putin militias mount attack inside Russia” | sources/international-intrigue
«How did the May raid end?» | questions/how-the-may-raid-ended
„Did the fighters use Western weapons?“ | questions/western-weapons
‘Shaping operation’ | terms/shaping-operation
Due milizie russe anti Putin hanno fatto un’incursione in Russia | sources/il-post-translated

# Misspellings.
Belgarod | places/belgorod, places/belgorod-region, events/belgorod-raid-may-2023
Shebekhino | places/shebekino
Grayveron | places/grayvoron
Kozenka | places/kozinka
Voluntier | terms/volunteer, groups/russian-volunteer-corps
fredom of rusia legion | groups/freedom-of-russia-legion
Gerashenko | people/gerashchenko
sabateurs | terms/saboteur
counterofensive | terms/counteroffensive, events/announced-counteroffensive

# Transliterations and accents.
Podoliak | people/podolyak
Bilhorod | places/belgorod, places/belgorod-region, events/belgorod-raid-may-2023
# The Spanish spelling.
Bélgorod | places/belgorod, places/belgorod-region, events/belgorod-raid-may-2023
Hraivoron | places/grayvoron
Viacheslav Gladkov | people/gladkov

# American and British spellings, with and without hyphen.
defense ministry | organisations/russian-defence-ministry, organisations/uk-defence-ministry,
  organisations/ukrainian-defence-ministry
tanks | questions/heavy-weapons
armored vehicles | questions/heavy-weapons, questions/western-weapons, sources/latest-news-world#r93
putin canceled trip | events/putin-cancels-trip-march-2023, sources/international-intrigue#r25
crossborder raid | terms/cross-border-raid, events/belgorod-raid-may-2023
counter-terrorist regime | terms/counterterrorist-regime

# Abbreviations.
NYT | organisations/new-york-times
MoD | organisations/uk-defence-ministry, organisations/russian-defence-ministry
UAV | terms/drone
IED | terms/improvised-explosive-device
FSB | organisations/fsb
AP | organisations/ap
ISW | organisations/isw
# The country, and what its page calls a US newspaper; not “use”, and not the pronoun.
US | organisations/united-states, organisations/new-york-times

# Numbers.
35 km | places/belgorod, sources/yahoo-uk#r20, events/belgorod-city-drones-june-2023
thirty-five kilometres | places/belgorod, sources/yahoo-uk#r20, events/belgorod-city-drones-june-2023
70 dead | questions/fighters-killed, sources/latest-news-world#r45, organisations/kremlin
200000 soldiers killed | questions/russian-soldiers-killed, sources/polskie-radio#r56, people/sak
8 wounded | questions/civilian-harm-may-raid, sources/polskie-radio#r21, people/gladkov
day 454 | events/full-scale-invasion, sources/polskie-radio#r86
population 6000 | places/grayvoron, sources/il-post-translated#r24

# Questions in words.
who is denis nikitin | people/nikitin
where is kozinka | places/kozinka
was kyiv involved | questions/kyiv-role-may-raid, organisations/ukrainian-government
how many fighters were killed | questions/fighters-killed
how many were killed | questions/fighters-killed
how many fighters are there | questions/strength
# His own page says what is told of him; the trip is the one thing that he is said to have done about an attack.
putin reaction | people/putin, events/putin-cancels-trip-march-2023
how did putin react | people/putin
Kremlin reaction | organisations/kremlin, people/peskov
how did Russian commentators react | questions/russian-commentators
who leads the legion | questions/who-leads-the-legion
who controls the legion | questions/who-directs-the-militias
when did the raid start | questions/when-the-may-raid-began, events/belgorod-raid-may-2023
what happened in bryansk | questions/march-bryansk-attack, events/bryansk-attack-march-2023
did russia move its troops | questions/effect-on-deployments
are they neo-nazis? | terms/neo-nazi, questions/politics-of-the-militias
objectives of the raid | questions/aim-of-the-may-raid, sources/international-intrigue#r14
who sent the drones | questions/who-launched-the-drones-at-belgorod, questions/moscow-drones

# Dates.
22 May | events/belgorod-raid-may-2023, events/belgorod-buildings-22-may-2023, events/residents-leave-may-2023
2023-05-22 | events/belgorod-raid-may-2023, events/belgorod-buildings-22-may-2023, events/residents-leave-may-2023
May 22 | events/belgorod-raid-may-2023, events/belgorod-buildings-22-may-2023, events/residents-leave-may-2023
1 June 2023 | events/belgorod-attack-1-june-2023, questions/who-made-the-june-attack, questions/june-attack-response
24 May drones | events/belgorod-drones-24-may-2023, questions/drones-24-may
March 2023 | events/bryansk-attack-march-2023, events/putin-cancels-trip-march-2023, questions/march-bryansk-attack
24 February 2022 | events/full-scale-invasion
spring 2022 | questions/when-the-militias-were-formed, groups/freedom-of-russia-legion, sources/yahoo-uk#r13
clashes 19 May | questions/when-the-may-raid-began, sources/polskie-radio#r67, events/belgorod-raid-may-2023

# Facts in fact boxes.
head of Mayak | people/galeotti, organisations/mayak, sources/latest-news-world#r77
right-wing extremist | people/nikitin, questions/politics-of-the-militias, sources/il-post-translated#r51
Polish state news agency | organisations/pap, sources/polskie-radio#r9

# Terms and the pages about the site.
security zone | terms/security-zone
what is indirect fire | terms/indirect-fire
oblast | terms/oblast
people's republic | terms/peoples-republic
glossary | terms/index
how we know | method
fixity | method
how is standing counted | terms/standing, method
download csv | data
# The word defined, and two denials that summaries tell; never Denis.
denied | terms/mode, organisations/ukrainian-government, questions/fighters-killed

# One statement or phrase of a text.
no ukrainian soldier entered russian soil | sources/latest-news-world#r89,
  organisations/ukrainian-armed-forces, questions/kyiv-role-may-raid
not a single soldier | questions/fighters-killed, sources/latest-news-world#r48
paper tiger | people/sak, sources/polskie-radio#r51, sources/polskie-radio#r60
breaking point | questions/russian-public-mood, sources/polskie-radio#r57
returned voluntarily | questions/how-the-may-raid-ended, sources/latest-news-world#r43
tanks military store | people/podolyak, sources/yahoo-uk#r55
"It is not worth it yet" | people/gladkov, events/residents-leave-may-2023, sources/polskie-radio#r38
officer lying face down | sources/polskie-radio#r30, questions/russian-losses-may-raid, organisations/guardian
bought uniforms army surplus | sources/yahoo-uk#r59, events/crimea-2014, places/crimea
victim in the war | questions/use-of-the-raids-by-moscow, sources/polskie-radio#r65, sources/polskie-radio#r78
drones over the kremlin | events/kremlin-drones, places/kremlin-building
helicopters | sources/yahoo-uk#r31, questions/june-attack-response, organisations/russian-defence-ministry
Bakhmut divert attention | sources/yahoo-uk#r51, places/bakhmut, questions/aim-of-the-may-raid

# Words typed halfway.
gladk | people/gladkov
shebek | places/shebekino
thermob | terms/thermobaric-launcher
evacu | events/shebekino-evacuation, questions/shebekino-evacuation
`;

export const QUERIES = TABLE.replace(/\n +/g, ' ')
  .split('\n')
  .filter((line) => /^[^#]/.test(line))
  .map((line) => {
    const [query = '', pages = ''] = line.split(' | ');
    return { query, pages: pages.split(', ').map((page) => page.replace(/(?=#|$)/, '.html')) };
  });

/** Queries with words that no text has. */
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
