// Imported before everything else: how the build's native parts use memory is settled as they are loaded.

// Vite's bundler keeps what it frees for later use, and after the bundling there is none: a hundred megabytes
// (https://microsoft.github.io/mimalloc/environment.html).
process.env['MIMALLOC_PURGE_DELAY'] ??= '0';
