/** How the suite inside the extension host speaks to the runner outside: by lines of the log that begin with these. */
export const testMarker = '::brieflint-test ';
export const resultMarker = '::brieflint-result ';
