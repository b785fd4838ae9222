/** Which kinds of brief may be chosen for a file: the shipped ones are known to the client, the house's own only to whom reads its settings. */
import { ErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import { reasonsFor, type LikelyProfile } from '../core/profiles/likely-profile';
import type { Host } from '../host';
import { profilesRequest, type LikelyProfileItem, type ProfilesResult } from '../protocol';
import { isRecord } from '../setting-parsers';
import { resolveSettings } from '../settings';
import { answerRequest } from './requests';
import type { WorkspaceParts } from './workspace-check';

export const answerAboutProfiles = (connection: Connection, host: Host, started: () => WorkspaceParts): void => {
  connection.onRequest(profilesRequest, (params: unknown, token: CancellationToken) =>
    answerRequest({ name: profilesRequest, params, token, shapes: [] }, host, async (): Promise<ProfilesResult> => {
      const uri = isRecord(params) ? params['uri'] : undefined;
      if (typeof uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, `${profilesRequest} needs uri, a text`);
      const { documents, settings } = started();
      const checked = await documents.check(uri);
      const { layers } = await settings.settingsFor(uri);
      return { own: Object.values(resolveSettings(layers).settings.profiles), likely: toLikelyItem(checked?.likelyProfile ?? null) };
    }),
  );
};

export const toLikelyItem = (likely: LikelyProfile | null): LikelyProfileItem | null => (likely === null ? null : { id: likely.profile.id, name: likely.profile.name, reasons: reasonsFor(likely) });
