import { ErrorCodes, ResponseError, type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { rulePageAddress } from '../core/features/explain';
import { unknownRule } from '../core/lint/suppressions';
import { findRule, ruleNames } from '../core/rules/index';
import type { Session } from './session';

/** Opens a rule's page; where the client cannot, or there is no page, the gist comes as a message. */
export const explainInEditor = async (connection: Connection, { features, docsBase }: Session, name: unknown): Promise<null> => {
  const rule = typeof name === 'string' ? findRule(name) : undefined;
  if (rule === undefined) throw new ResponseError(ErrorCodes.InvalidParams, typeof name === 'string' ? unknownRule(name, ruleNames) : 'The name of a rule is missing');
  if (features.showsDocuments && docsBase !== null) {
    const uri = rulePageAddress(docsBase, rule.meta.name);
    const { success } = await connection.window.showDocument({ uri, external: /^https?:/.test(uri), takeFocus: true });
    if (success) return null;
  }
  const { title, docs } = rule.meta;
  await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: `${title}. ${docs.what} ${docs.how}` });
  return null;
};
