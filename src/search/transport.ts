// Where the search's files are, and how the engine fetches them.

const script = document.currentScript;
if (!(script instanceof HTMLScriptElement)) throw new Error('The search script runs as a classic script.');

/** The folder that holds the index, with a slash at its end. */
export const bundleUrl = new URL('.', script.src);
