/** Columns and rows that are computed from others: differences, changes in per cent, ratios, shares of a total. */
import { relate, type Relation, type RelationKind } from './relation';
import { hasNumber, type GridLine, type GridView } from './table-grid';

/** A line of which most cells come out of two others. */
export interface DerivedLine {
  readonly line: GridLine;
  readonly kind: RelationKind;
  readonly holding: readonly Relation[];
  readonly failing: readonly Relation[];
}

const changeLabel = /\b(?:changes?|differences?|diff|gap|variation|variance|increase|decrease|growth|delta|net (?:benefits?|change|gains?|present value|result|value)|balance|surplus|deficit|shortfall|reduction)\b|[ΔΔ]|\+\s?\/\s?[-−–]/i;
const percentLabel = /%|\bper ?cent(?:age)?s?\b|\bpct\b|\bshares?\b|\bproportions?\b/i;
/** Not the plain change from the first to the last. */
const otherBasis = /\b(?:annual(?:i[sz]ed)?|average|avg|mean|per (?:year|annum|capita)|p\.? ?a\b|cagr|compound|real|cumulative|weighted|adjusted|year[- ]on[- ]year|yoy|median)\b/i;

export const findDerivedLines = (view: GridView): readonly DerivedLine[] => {
  const lines = view.lines.filter(({ isText, isEmpty }) => !isText && !isEmpty);
  const derived = lines.filter((line) => changeLabel.test(line.label) || percentLabel.test(line.label) || line.isPercent);
  return derived.slice(0, mostDerived).flatMap((line) => (otherBasis.test(line.label) ? [] : (derivationOf(view, line, lines) ?? [])));
};

const mostDerived = 12;

interface Attempt {
  readonly kind: RelationKind;
  readonly first: GridLine;
  readonly second: GridLine;
  /** The share is of the cell of this position ("Total"), on the line of `first`. */
  readonly whole: GridLine | null;
}

const derivationOf = (view: GridView, line: GridLine, lines: readonly GridLine[]): DerivedLine | null => {
  const attempts = [...attemptsFor(view, line, lines)];
  let best: (DerivedLine & { readonly weight: number; readonly attempt: Attempt }) | null = null;
  for (const attempt of attempts) {
    const relations = relationsOf(view, line, attempt);
    const holding = relations.filter((relation) => relation.holds && !isTrivial(relation));
    const weight = holding.reduce((sum, relation) => sum + relation.weight, 0);
    if (best === null || holding.length > best.holding.length || (holding.length === best.holding.length && weight > best.weight)) {
      best = { line, kind: attempt.kind, holding, failing: relations.filter(({ holds }) => !holds), weight, attempt };
    }
  }
  if (best === null || !isBelievable(view, line, best, attempts.length)) return null;
  return best;
};

/** Nothing from something, half, all: these come out by chance. */
const isTrivial = ({ kind, target, operands }: Relation): boolean => {
  const value = target.number?.value ?? 0;
  return value === 0 || operands.some(({ number }) => number?.value === 0) || (kind === 'ratio' && (value === 50 || value === 100));
};

const isBelievable = (view: GridView, line: GridLine, { holding, failing, weight, attempt }: DerivedLine & { readonly weight: number; readonly attempt: Attempt }, tries: number): boolean => {
  if (failing.length === 0) return holding.length > 0;
  const isRatio = attempt.kind === 'ratio';
  if (isRatio && failing.length > 2 && holding.length < 10 * failing.length) return false;
  if (isRatio && holding.length < 5 * failing.length && !failing.every((relation) => isNear(relation, 0.3))) return false;
  if (holding.length >= 2 && holding.length >= 2 * failing.length && weight >= 2.5 + Math.log10(tries)) return true;
  return isExplicit(view, line, attempt) && failing.length <= Math.max(1, holding.length) && failing.every((relation) => isNear(relation, 0.5)) && (weight >= 1.5 || holding.length + failing.length === 1);
};

const isNear = ({ value, target }: Relation, share: number): boolean => {
  const written = target.number?.value ?? 0;
  return Math.sign(value) === Math.sign(written) && Math.abs(value - written) <= share * Math.max(Math.abs(value), Math.abs(written));
};

const yearLabel = /^\D{0,16}(?:19|20)\d\d\D{0,12}$/;
const earlyLabel = /\b(?:before|baseline|current|old|previous|start|now|existing|base)\b/i;
const lateLabel = /\b(?:after|proposed|proposal|new|reform|endline|end|target|follow[- ]up)\b/i;

/** "2020 | 2024 | Change", "Before | After | Difference", side by side, and nothing else of their kind. */
const isExplicit = (view: GridView, line: GridLine, { first, second, kind }: Attempt): boolean => {
  if (kind !== 'difference' && kind !== 'change') return false;
  if (!changeLabel.test(line.label) || second.index !== line.index - 1 || first.index !== line.index - 2) return false;
  const areYears = yearLabel.test(first.label) && yearLabel.test(second.label) && first.label < second.label;
  const others = view.lines.filter(({ label, isText }) => !isText && yearLabel.test(label)).length;
  return (areYears && others === 2) || (earlyLabel.test(first.label) && lateLabel.test(second.label));
};

function* attemptsFor(view: GridView, line: GridLine, lines: readonly GridLine[]): Iterable<Attempt> {
  const at = lines.indexOf(line);
  const near = [...lines.slice(Math.max(0, at - reach), at), ...lines.slice(at + 1, at + 3)];
  const isPercent = line.isPercent || percentLabel.test(line.label);
  const isChange = changeLabel.test(line.label);
  if (isPercent) {
    for (const position of view.across) {
      if (position.role !== 'total') continue;
      for (const first of near) if (!first.isPercent) yield { kind: 'ratio', first, second: first, whole: position };
    }
  }
  for (const first of near) {
    for (const second of near) {
      if (first === second || first.isPercent !== second.isPercent) continue;
      if (isChange && (!isPercent || first.isPercent)) yield { kind: 'difference', first, second, whole: null };
      if (isPercent && isChange) yield { kind: 'change', first, second, whole: null };
      if (isPercent && !first.isPercent) yield { kind: 'ratio', first, second, whole: null };
    }
  }
}
const reach = 5;

const relationsOf = (view: GridView, line: GridLine, { kind, first, second, whole }: Attempt): readonly Relation[] => {
  const relations: Relation[] = [];
  for (const position of view.across) {
    if (position === whole || position.isText) continue;
    const target = view.at(line.index, position.index);
    const operands = [view.at(first.index, position.index), view.at(second.index, whole?.index ?? position.index)];
    if (!hasNumber(target) || !operands.every(hasNumber)) continue;
    if (kind !== 'difference' && !operands.every(({ number }) => number.value > 0)) continue;
    const relation = relate(kind, target, operands, { line: line.label, position: position.label, by: view.by });
    // A decrease may be shown without its sign.
    const { value, high } = target.number;
    const room = relation.result.high - relation.result.low + 2 * (high - value);
    const isUnsigned = !relation.holds && Math.sign(relation.value) !== Math.sign(value) && Math.abs(Math.abs(relation.value) - Math.abs(value)) <= room;
    if (!isUnsigned && Number.isFinite(relation.result.low) && Number.isFinite(relation.result.high)) relations.push(relation);
  }
  return relations;
};

