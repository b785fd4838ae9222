/** What the server asks of us where it has no disk of its own: in a web worker. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  findFileRequest,
  findFilesRequest,
  listFolderRequest,
  readBytesRequest,
  readFileRequest,
  type FindFileParams,
  type FindFileResult,
  type FindFilesParams,
  type FindFilesResult,
  type ListFolderParams,
  type ListFolderResult,
  type ReadBytesParams,
  type ReadBytesResult,
  type ReadFileParams,
  type ReadFileResult,
} from '../../server/src/protocol';

const largestFile = 20_000_000;

export const answerServerRequests = (client: BaseLanguageClient): void => {
  client.onRequest(readFileRequest, (params: ReadFileParams) => readText(vscode.Uri.parse(params.uri)));
  client.onRequest(findFilesRequest, async (params: FindFilesParams): Promise<FindFilesResult> => {
    const found = await findFiles(vscode.Uri.parse(params.folderUri), params.extensions);
    return { uris: found.map((uri) => uri.toString()).sort() };
  });
  client.onRequest(listFolderRequest, (params: ListFolderParams) => listFolder(vscode.Uri.parse(params.uri)));
  client.onRequest(findFileRequest, (params: FindFileParams) => findFile(vscode.Uri.parse(params.uri)));
  client.onRequest(readBytesRequest, (params: ReadBytesParams) => readBytes(vscode.Uri.parse(params.uri)));
};

const listFolder = async (folder: vscode.Uri): Promise<ListFolderResult> => {
  const entries = await orIfMissing(vscode.workspace.fs.readDirectory(folder), []);
  return { names: entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name).sort() };
};

const findFile = async (uri: vscode.Uri): Promise<FindFileResult> => {
  const status = await orIfMissing(vscode.workspace.fs.stat(uri), null);
  // Where a link of a virtual file system leads, nobody can say: it is not followed.
  const isPlainFile = status?.type === vscode.FileType.File;
  return { file: isPlainFile ? { size: status.size, stamp: `${status.mtime}-${status.size}` } : null };
};

const readBytes = async (uri: vscode.Uri): Promise<ReadBytesResult> => {
  const { file } = await findFile(uri);
  if (file === null || file.size > largestFile) return { base64: null };
  const bytes = await orIfMissing(vscode.workspace.fs.readFile(uri), null);
  return { base64: bytes === null ? null : toBase64(bytes) };
};

const orIfMissing = async <T>(answer: Thenable<T>, fallback: T): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return fallback;
    throw error;
  }
};

/** In pieces, for a call takes only so many arguments; a multiple of three bytes ends without padding. */
const pieceLength = 3 * 8_192;

const toBase64 = (bytes: Uint8Array): string => {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += pieceLength) pieces.push(btoa(String.fromCharCode(...bytes.subarray(start, start + pieceLength))));
  return pieces.join('');
};

const readText = async (uri: vscode.Uri): Promise<ReadFileResult> => {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largestFile) return { text: null };
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri)) };
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return { text: null };
    throw error;
  }
};

/** Walks by itself: `workspace.findFiles` finds nothing on file systems without a search of their own. */
const findFiles = async (folder: vscode.Uri, extensions: readonly string[]): Promise<vscode.Uri[]> => {
  const found: vscode.Uri[] = [];
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type === vscode.FileType.Directory && !isIgnored(name)) found.push(...(await findFiles(uri, extensions)));
    if (type === vscode.FileType.File && extensions.some((extension) => name.endsWith(`.${extension}`))) found.push(uri);
  }
  return found;
};

const isIgnored = (name: string): boolean => name.startsWith('.') || name === 'node_modules';
