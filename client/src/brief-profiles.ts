/** The kinds of brief that may be chosen: the house's own, which the server reads from the settings, then the shipped ones. */
import * as vscode from 'vscode';
import type { Profile } from '../../server/src/core/profiles/profile';
import { profiles } from '../../server/src/core/profiles/profiles';
import { profilesRequest, type LikelyProfileItem, type ProfilesParams, type ProfilesResult } from '../../server/src/protocol';
import type { ClientSession } from './client-session';

export interface BriefProfiles {
  readonly profiles: readonly Profile[];
  /** Those that are the house's own. */
  readonly own: ReadonlySet<string>;
  /** Of a brief without a profile. */
  readonly likely: LikelyProfileItem | null;
}

/** For a file that need not be there. Without a server, the shipped ones are all. */
export const profilesFor = async ({ client, output }: Pick<ClientSession, 'client' | 'output'>, uri: vscode.Uri | undefined): Promise<BriefProfiles> => {
  const { own, likely } = await askServer(client, output, uri);
  const ids = new Set(own.map(({ id }) => id));
  return { profiles: [...own, ...profiles.filter(({ id }) => !ids.has(id))], own: ids, likely };
};

const askServer = async (client: ClientSession['client'], output: vscode.LogOutputChannel, uri: vscode.Uri | undefined): Promise<ProfilesResult> => {
  if (client === undefined || uri === undefined) return { own: [], likely: null };
  try {
    const params: ProfilesParams = { uri: client.code2ProtocolConverter.asUri(uri) };
    return await client.sendRequest<ProfilesResult>(profilesRequest, params);
  } catch (error) {
    output.error(error instanceof Error ? error : String(error));
    return { own: [], likely: null };
  }
};

/** Where a new brief would probably lie: beside the one being read, else in the workspace. */
export const likelyPlace = (): vscode.Uri | undefined => {
  const document = vscode.window.activeTextEditor?.document;
  if (document !== undefined && !document.isUntitled) return vscode.Uri.joinPath(document.uri, '..', 'brief.md');
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && vscode.Uri.joinPath(folder, 'brief.md');
};
