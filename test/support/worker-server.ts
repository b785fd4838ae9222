/** The web worker's bundle in a scope that has what a worker has, and nothing of Node. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext, type Context } from 'node:vm';
import { AbstractMessageReader, AbstractMessageWriter, type DataCallback, type Disposable, type Message, type MessageWriter } from 'vscode-languageserver/node';
import { LanguageClient } from './language-client';
import { projectFolder } from './run-cli';

type Listener = (event: { readonly data: unknown }) => void;

/** Messages cross as copies, as they do between threads. */
const later = (deliver: () => void): void => void setTimeout(deliver, 0);

class PortReader extends AbstractMessageReader {
  #callback: DataCallback | undefined;

  listen(callback: DataCallback): Disposable {
    this.#callback = callback;
    return { dispose: () => (this.#callback = undefined) };
  }

  receive(message: unknown): void {
    this.#callback?.(message as Message); // Whatever the server posts must be one; the connection finds out.
  }
}

class PortWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #post: (message: Message) => void;

  constructor(post: (message: Message) => void) {
    super();
    this.#post = post;
  }

  write(message: Message): Promise<void> {
    this.#post(message);
    return Promise.resolve();
  }

  end(): void {
    // A port has no end.
  }
}

const runScript = (context: Context, file: string): void => void runInContext(readFileSync(file, 'utf8'), context, { filename: file });

export const startWorkerServer = (): LanguageClient => {
  const listeners: Listener[] = [];
  const reader = new PortReader();
  const scope: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    structuredClone,
    TextDecoder,
    TextEncoder,
    URL,
    URLSearchParams,
    performance,
    crypto,
    atob,
    btoa,
    AbortController,
    AbortSignal,
    Blob,
    DOMException,
    MessageChannel,
    ReadableStream,
    navigator: { platform: '', userAgent: '', language: 'en' },
    importScripts: (uri: string) => runScript(context, fileURLToPath(uri)),
    postMessage: (message: unknown) => later(() => reader.receive(structuredClone(message))),
    addEventListener: (type: string, listener: Listener) => type === 'message' && listeners.push(listener),
    removeEventListener: () => undefined,
  };
  scope['self'] = scope;
  const context = createContext(scope);
  runScript(context, join(projectFolder, 'dist', 'browser', 'server.js'));
  const toServer = (message: Message): void =>
    later(() => {
      const event = { data: structuredClone(message) };
      for (const listener of listeners) listener(event);
      const handler = scope['onmessage'];
      if (typeof handler === 'function') (handler as Listener)(event); // What a worker calls.
    });
  return new LanguageClient(reader, new PortWriter(toServer));
};
