/** What one place says of settings, and what is wrong with it. */
import type { SettingProblem } from './core/lint/runner';
import { spanOf, type Span } from './core/text/span';
import type { Nearest } from './setting-parsers';

/** Where settings stand; later ones win. */
export const layerNames = ['editor', 'config', 'front-matter', 'command-line'] as const;

export type LayerName = (typeof layerNames)[number];

/** Settings as one place gives them. */
export interface SettingsLayer {
  readonly layer: LayerName;
  readonly values: Readonly<Record<string, unknown>>;
  /** Place of a key by its path (`['rules', 'empty-section']`), or of the nearest key above it; null where there is no text to point into. */
  readonly spanOf?: (path: readonly string[]) => Span | null;
  /** Place of the key alone, where `spanOf` gives the key with its value. */
  readonly keySpanOf?: (path: readonly string[]) => Span | null;
  /** Place of the value at a path, where it is one word or number; null: there is no such place. */
  readonly valueSpanOf?: (path: readonly string[]) => Span | null;
  /** Where the map at a path takes a new key before its first, and what stands between the two; null: nowhere. */
  readonly newKeyAt?: (path: readonly string[]) => NewKeyPlace | null;
  /** The address of the file that the path leads into, where that is another one than the layer's own; all places count into it. */
  readonly fileOf?: (path: readonly string[]) => string | null;
  /** Faults of the writing itself, found before the values were read. */
  readonly problems?: readonly LocatedProblem[];
}

export interface NewKeyPlace {
  readonly offset: number;
  readonly after: string;
}

export interface LocatedProblem extends SettingProblem {
  /** The address of the file that the span counts into, where it is not the layer's own. */
  readonly file?: string;
}

export interface LayerProblem {
  readonly layer: LayerName;
  /** Into the text that the layer was read from; null where there is none. */
  readonly span: Span | null;
  /** The setting's path, dotted. */
  readonly key: string;
  readonly message: string;
  /** The address of the file that the span counts into, where it is not the layer's own. */
  readonly file?: string;
  /** What was probably meant, and where to write it. */
  readonly replacement?: { readonly title: string; readonly span: Span; readonly newText: string };
}

/** A fault of a value, at its place in the layer. */
export const toProblem = (layer: SettingsLayer, path: readonly string[], message: string, nearest: Nearest | undefined): LayerProblem => {
  const span = layer.spanOf?.(path) ?? null;
  const file = layer.fileOf?.(path) ?? null;
  const replacement = nearest && replacementOf(layer, path, nearest);
  return {
    layer: layer.layer,
    span,
    key: path.join('.'),
    message,
    ...(file !== null && { file }),
    ...(replacement && { replacement }),
  };
};

const replacementOf = (layer: SettingsLayer, path: readonly string[], { word, of }: Nearest): LayerProblem['replacement'] => {
  if (of === 'new-key') {
    const place = layer.newKeyAt?.(path);
    return place ? { title: `Add "${word}"`, span: spanOf(place.offset, place.offset), newText: word + place.after } : undefined;
  }
  const span = of === 'value' ? layer.valueSpanOf?.(path) : layer.keySpanOf === undefined ? layer.spanOf?.(path) : layer.keySpanOf(path);
  return span ? { title: `Change to "${word}"`, span, newText: word } : undefined;
};
