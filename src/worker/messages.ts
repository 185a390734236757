/**
 * What the switch on the "Offline copy" page can ask of the service worker, which answers through the port that
 * comes with it, true once it is done, else false: to store the shell again, to store all of search, or to throw everything away.
 */
export type Message = 'restore' | 'take search' | 'forget';
