/** Combining marks by the command that sets them. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ["'", '\u0301'],
  ['`', '\u0300'],
  ['^', '\u0302'],
  ['"', '\u0308'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['.', '\u0307'],
  ['u', '\u0306'],
  ['v', '\u030c'],
  ['H', '\u030b'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['r', '\u030a'],
  ['d', '\u0323'],
  ['b', '\u0331'],
  ['t', '\u0361'],
]);

/** What a command without an argument stands for. */
export const LETTER_COMMANDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', ss: 'ß', SS: 'ẞ', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', i: 'ı', j: 'ȷ',
    dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ', ng: 'ŋ', NG: 'Ŋ', P: '¶', S: '§', dag: '†', ddag: '‡', pounds: '£', euro: '€', texteuro: '€', EUR: '€',
    copyright: '©', textcopyright: '©', textregistered: '®', texttrademark: '™', textdegree: '°', degree: '°', textsection: '§', textbullet: '•', textperiodcentered: '·',
    textendash: '–', textemdash: '—', ldots: '…', dots: '…', textellipsis: '…', textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“', textquotedblright: '”',
    textquotesingle: "'", lq: '‘', rq: '’', guillemotleft: '«', guillemotright: '»', quotedblbase: '„', quotesinglbase: '‚', textasciitilde: '~', textasciicircum: '^',
    textbackslash: '\\', textunderscore: '_', textdollar: '$', textbar: '|', textless: '<', textgreater: '>', textbraceleft: '{', textbraceright: '}', slash: '/',
    textonehalf: '½', textonequarter: '¼', textmu: 'µ', textordfeminine: 'ª', textordmasculine: 'º', LaTeX: 'LaTeX', TeX: 'TeX', BibTeX: 'BibTeX',
    alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', varepsilon: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ', iota: 'ι', kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν', xi: 'ξ', pi: 'π',
    rho: 'ρ', sigma: 'σ', tau: 'τ', upsilon: 'υ', phi: 'φ', varphi: 'φ', chi: 'χ', psi: 'ψ', omega: 'ω', Gamma: 'Γ', Delta: 'Δ', Theta: 'Θ', Lambda: 'Λ', Xi: 'Ξ', Pi: 'Π', Sigma: 'Σ',
    Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω', times: '×', div: '÷', pm: '±', mp: '∓', cdot: '·', leq: '≤', le: '≤', geq: '≥', ge: '≥', neq: '≠', ne: '≠', approx: '≈', sim: '~', equiv: '≡', infty: '∞',
    to: '→', rightarrow: '→', leftarrow: '←', leftrightarrow: '↔', Rightarrow: '⇒', partial: '∂', sum: '∑', prod: '∏', int: '∫', sqrt: '√', circ: '°', prime: '′', in: '∈', forall: '∀',
    exists: '∃', cup: '∪', cap: '∩', subset: '⊂', ell: 'ℓ', star: '⋆', ast: '*', bullet: '•', lbrace: '{', rbrace: '}', colon: ':', percent: '%', quad: ' ', qquad: ' ', space: ' ',
    newline: ' ', par: ' ', linebreak: ' ', thinspace: ' ', textvisiblespace: ' ', nobreakspace: ' ', textnumero: '№', cyrchar: '', relax: '',
  }),
);

const pairs = (plain: string, raised: string): ReadonlyMap<string, string> => {
  const to = Array.from(raised);
  return new Map(Array.from(plain).map((mark, index) => [mark, to[index] ?? mark]));
};

export const SUPERSCRIPTS = pairs('0123456789+-=()nith', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵗʰ');
export const SUBSCRIPTS = pairs('0123456789+-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎');
