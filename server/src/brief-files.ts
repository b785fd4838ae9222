/** Which files are briefs, the same for all doors. Paths are relative and have "/". */
import picomatch from 'picomatch';

/** Lower case, without the dot. */
export const briefExtensions = ['md', 'markdown', 'qmd', 'rmd'] as const;

/** Plain text is a brief only where somebody says so. */
export const plainTextExtension = 'txt';

/** Bytes on disk, or UTF-16 units in an editor. Larger files are not checked, and it is said. */
export const largestBrief = 1_000_000;

export const tooLarge = (size: number): string => `larger than ${largestBrief / 1_000_000} MB (${(size / 1_000_000).toFixed(1)} MB)`;

export const extensionOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

export const isBriefName = (path: string): boolean => briefExtensions.some((extension) => extension === extensionOf(path));

/** A glob without a slash holds for names at any depth; one that names a folder holds for all in it. */
export const matchesAnyGlob = (globs: readonly string[], path: string): boolean =>
  globs.some((glob) => {
    const bare = glob.replace(/^\.?\//, '').replace(/\/+$/, '');
    if (bare === '') return false;
    const anywhere = bare.includes('/') ? bare : `**/${bare}`;
    return picomatch.isMatch(path, [anywhere, `${anywhere}/**`], { dot: true });
  });

/** Texts of sources are evidence, no briefs. */
export const liesInSourcesFolder = (sourcesFolders: readonly string[], path: string): boolean =>
  sourcesFolders.some((folder) => {
    const bare = folder.replace(/^(?:\.{0,2}\/)+/, '').replace(/\/+$/, '');
    return bare !== '' && bare !== '.' && `/${path}`.includes(`/${bare}/`);
  });
