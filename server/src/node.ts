/** The language server in a process of its own. */
import { serveAsArgued } from './lsp/serve-node';

serveAsArgued(__dirname);
