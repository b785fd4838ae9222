/** All that a brief needs from outside before it is checked: bibliographies first, for they say which texts of sources there are. */
import type { ReadDocument } from './check';
import type { LibraryInputs } from './core/library/library';
import { userBibliographiesOf, type BibliographyLoader, type LoadedBibliographies } from './library-files';
import type { SettingsLayer } from './settings';
import { userPlacesOf, type LoadedSourceTexts, type SourceTextLoader } from './source-texts';

export interface LibraryRequest {
  readonly read: Pick<ReadDocument, 'brief' | 'settings'>;
  readonly layers: readonly SettingsLayer[];
  readonly briefUri: string;
  readonly configUri: string | undefined;
  readonly rootUri: string | undefined;
}

export interface LoadedLibrary {
  readonly bibliographies: LoadedBibliographies;
  readonly sources: LoadedSourceTexts;
}

export const nothingLoaded: LoadedLibrary = {
  bibliographies: { files: [], unreadable: [], uris: new Map() },
  sources: { texts: new Map(), uris: new Map(), problems: [] },
};

export const loadBibliographies = (loader: BibliographyLoader, { read, layers, briefUri, configUri, rootUri }: LibraryRequest): Promise<LoadedBibliographies> =>
  loader.load({ brief: read.brief, settingPaths: read.settings.bibliography, userPaths: userBibliographiesOf(layers), briefUri, configUri, rootUri });

export const loadSourceTexts = (loader: SourceTextLoader, { read, layers, briefUri, configUri, rootUri }: LibraryRequest, { files, uris }: LoadedBibliographies): Promise<LoadedSourceTexts> =>
  loader.load({ brief: read.brief, files, fileUris: uris, places: read.settings.sources, userPlaces: userPlacesOf(layers), briefUri, configUri, rootUri });

export const toLibraryInputs = ({ bibliographies, sources }: LoadedLibrary): LibraryInputs => ({ files: bibliographies.files, unreadable: bibliographies.unreadable, texts: sources.texts });

/** What could not be read of the sources, in plain words. */
export const sourceProblemsOf = ({ sources }: LoadedLibrary): readonly string[] => sources.problems.map(({ id, path, reason }) => `the text of "${id}" (${path}): ${reason}`);
