import type { Host } from '../host';
import type { Documents, DocumentSource } from './documents';
import type { BriefIndex } from './brief-index';
import type { KnownBriefs } from './known-briefs';
import type { Publisher } from './publisher';

/** What is kept of a brief that is not open. */
export interface ClosedBriefParts {
  readonly host: Host;
  readonly source: DocumentSource;
  readonly documents: Documents;
  readonly publisher: Publisher;
  readonly known: KnownBriefs;
  readonly index: BriefIndex;
  readonly logFailure: (what: string, work: Promise<unknown>) => void;
}

/** After a change elsewhere, more may follow: a check of the workspace changes one brief after the other. */
const quietMilliseconds = 300;

/** Keeps what is known and shown of briefs that are not open as they are on disk. */
export class ClosedBriefs {
  readonly #parts: ClosedBriefParts;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: ClosedBriefParts) {
    this.#parts = parts;
  }

  /** A brief was closed, or has changed, come or gone on disk. Those that nobody has looked at stay unread. */
  async goneOrChanged(uri: string): Promise<void> {
    const { host, source, documents, publisher, known, index } = this.#parts;
    index.forget(uri);
    if (source.get(uri) !== undefined || !(known.has(uri) || publisher.isPublishedClosed(uri))) return;
    const text = await host.readText(uri);
    // Opened again meanwhile, it has a check of its own.
    if (source.get(uri) !== undefined) return;
    if (text === undefined) {
      this.#forget(uri);
      return;
    }
    // A check makes the brief known, or unknown where it is none.
    const checked = await documents.checkClosed(uri, text);
    if (source.get(uri) === undefined && publisher.isPublishedClosed(uri)) publisher.publishClosed(checked);
  }

  /** The settings may now leave out what they did not. */
  async settingsChanged(): Promise<void> {
    const { source, documents, known } = this.#parts;
    for (const uri of known.uris) if (source.get(uri) === undefined && (await documents.isLeftOut(uri))) this.#forget(uri);
  }

  /** Other briefs have changed: what was said of these beside them may no longer hold. */
  othersChanged(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { documents, publisher, logFailure } = this.#parts;
      for (const uri of documents.closedDifferingNow()) if (publisher.isPublishedClosed(uri)) logFailure(`checking ${uri}`, this.goneOrChanged(uri));
    }, quietMilliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #forget(uri: string): void {
    const { documents, publisher, known, index } = this.#parts;
    index.forget(uri);
    documents.forget(uri);
    known.forget([uri]);
    publisher.clearClosed(uri);
  }
}
