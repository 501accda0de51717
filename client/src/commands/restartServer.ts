import type { Command } from './command';

export const restartServer: Command = {
  id: 'ismsPolicy.restartServer',
  run: ({ server }) => server.restart(),
};
