import type { Location } from 'vscode-languageserver';
import { findDifferences, nameOfBrief, placesOfFigures, type FigureDifference, type OtherBrief, type SummarizedFigure } from '../core/workspace/figure-summary';
import { summarize, type BriefSummary } from '../core/workspace/summary';
import { emptyIndex, withSummaries, type WorkspaceIndex } from '../core/workspace/workspace-index';
import { addressesOf, type CheckedBrief } from './checked-document';
import { normalize } from './file-texts';

/** What is known of the briefs that somebody has looked at: open ones, and those on disk that a request or a check of the workspace has read. */
export class KnownBriefs {
  #index: WorkspaceIndex = emptyIndex;
  /** Where the figures of a brief stood when it was last looked at. */
  readonly #places = new Map<string, { readonly uri: string; readonly byFigure: ReadonlyMap<string, Location> }>();
  /** What was made of an index, while it is the current one. */
  #all: { readonly index: WorkspaceIndex; readonly briefs: readonly OtherBrief[] } | undefined;
  readonly #differences = new WeakMap<readonly SummarizedFigure[], { readonly index: WorkspaceIndex; readonly own: string; readonly found: readonly FigureDifference[] }>();
  readonly #onChange: () => void;

  /** `onChange` is not called for a brief whose summary is what it was. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Of briefs by normalised address. The same object as long as no summary changes. */
  get index(): WorkspaceIndex {
    return this.#index;
  }

  note(checked: CheckedBrief): void {
    const key = normalize(checked.uri);
    const summary = summarize(checked.brief, checked.library, addressesOf(checked));
    const locations = [...placesOfFigures(checked.brief)].map(([figure, span]) => [figure, { uri: checked.uri, range: checked.converter.toRange(span) }] as const);
    this.#places.set(key, { uri: checked.uri, byFigure: new Map(locations) });
    this.#update(new Map([[key, summary]]));
  }

  forget(uris: readonly string[]): void {
    const keys = uris.map(normalize);
    for (const key of keys) this.#places.delete(key);
    this.#update(new Map(keys.map((key) => [key, null] as const)));
  }

  #update(changes: ReadonlyMap<string, BriefSummary | null>): void {
    const index = withSummaries(this.#index, changes);
    if (index === this.#index) return;
    this.#index = index;
    this.#onChange();
  }

  has(uri: string): boolean {
    return this.#index.summaries.has(normalize(uri));
  }

  /** Addresses of all briefs, as their clients write them. */
  get uris(): readonly string[] {
    return [...this.#index.summaries.keys()].map((key) => this.#places.get(key)?.uri ?? key);
  }

  /** Where other briefs say otherwise; the same object for the same figures as long as nothing is news. */
  differencesOf(uri: string, figures: readonly SummarizedFigure[]): readonly FigureDifference[] {
    const own = normalize(uri);
    const known = this.#differences.get(figures);
    if (known?.index === this.#index && known.own === own) return known.found;
    const found = findDifferences(figures, this.#allBriefs(), own);
    this.#differences.set(figures, { index: this.#index, own, found });
    return found;
  }

  /** The differences of a brief as it was last looked at. */
  knownDifferencesOf(uri: string): readonly FigureDifference[] {
    const summary = this.#index.summaries.get(normalize(uri));
    return summary === undefined ? [] : this.differencesOf(uri, summary.figures);
  }

  #allBriefs(): readonly OtherBrief[] {
    if (this.#all?.index === this.#index) return this.#all.briefs;
    const briefs = [...this.#index.summaries].map(([key, { title, figures }]): OtherBrief => ({ address: key, name: nameOfBrief(title, key), figures }));
    this.#all = { index: this.#index, briefs };
    return briefs;
  }

  placeOf({ brief, figure }: { readonly brief: string; readonly figure: string }): Location | undefined {
    return this.#places.get(normalize(brief))?.byFigure.get(figure);
  }
}
