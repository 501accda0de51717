import type { Command } from './command';

export const SHOW_OUTPUT = 'ismsPolicy.showOutput';

export const showOutput: Command = {
  id: SHOW_OUTPUT,
  run: ({ output }) => output.show(),
};
