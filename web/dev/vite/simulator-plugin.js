import { createSimulator } from '../../simulator/simulator.js';

/**
 * Lets the KooDrive simulator answer queries and config.json on the development server's origin.
 * @returns {import('vite').Plugin}
 */
export function simulatorPlugin() {
  return {
    name: 'koodrive-simulator',
    apply: 'serve',
    configureServer({ middlewares }) {
      // The development server never reads the request log, which would keep tokens in memory.
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
