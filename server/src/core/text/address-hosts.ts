import { trimAddress } from './addresses';

/** With a scheme, without one (`//host/…`), or as `www.…`: all that a renderer of Markdown makes a link of by itself. */
const address = /(?:[a-z][a-z\d+.-]{0,15}:\/\/|(?<![\p{L}\p{N}:/])\/\/(?=[\p{L}\p{N}-]{1,63}\.)|(?<![\p{L}\p{N}@/.])www\.(?=[\p{L}\p{N}]))[^\s<>"“”|]{0,2000}/giu;

/** The same text with the bare name of the site for each address: a path may carry a token, and a name alone is no link. */
export const withHostsOnly = (text: string): string =>
  /\/\/|www\./i.test(text)
    ? text.replace(address, (written) => {
        const whole = trimAddress(written);
        return `${hostOf(whole) ?? '[link]'}${written.slice(whole.length)}`;
      })
    : text;

/** "ports.example" of "https://user@www.ports.example:8080/a?b"; undefined for a path or a place in the same document. */
export const hostOf = (written: string): string | undefined => {
  const rest = /^(?:[a-z][a-z\d+.-]{0,15}:)?\/\/(.{1,2000})|^(www\..{1,2000})/isu.exec(written);
  const authority = /^[^/?#\s\\]*/u.exec(rest?.[1] ?? rest?.[2] ?? '')?.[0] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:.*$/s, '').replace(/^www\./i, '');
  return host === '' ? undefined : host;
};
