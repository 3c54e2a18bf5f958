import { createSimulator } from '../../simulator/simulator.js';

/**
 * Answers queries and config.json by the KooDrive simulator, on the page's own origin.
 * @returns {import('vite').Plugin}
 */
export function simulatorPlugin() {
  return {
    name: 'koodrive-simulator',
    apply: 'serve',
    configureServer({ middlewares }) {
      // Nobody reads the log of requests here, and it would hold tokens.
      const { handle } = createSimulator({ recordLimit: 0 });
      middlewares.use(async (request, response, next) => {
        try {
          if (!(await handle(request, response))) next();
        } catch (error) {
          next(error);
        }
      });
    },
  };
}
