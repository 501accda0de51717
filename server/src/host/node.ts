import { startServer } from './languageServer';

/** The language server as a process: `--node-ipc` for VS Code, else standard input and output. */
startServer(process.argv.includes('--node-ipc') ? 'ipc' : 'stdio');
