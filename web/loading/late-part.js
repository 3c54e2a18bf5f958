/** Why a part cannot be used: its file could not be loaded, or is of another build than the script that asks for it. @typedef {'part-unavailable' | 'other-build'} LatePartProblem */

export class LatePartError extends Error {
  /** @param {unknown} cause what the import was rejected with */
  constructor(cause) {
    super(String(cause), { cause });
    this.name = 'LatePartError';
    // All parts of a build import a name that only this build has, so that those of another one cannot be linked.
    this.problem = /** @type {LatePartProblem} */ (
      cause instanceof SyntaxError ? 'other-build' : 'part-unavailable'
    );
  }
}

/**
 * A module that is imported when it is first needed. A failure is not kept: the next call tries again.
 * @template Part
 * @param {() => Promise<Part>} load an `import()` with a fixed specifier, so that bundlers find the module
 * @returns {() => Promise<Part>} rejects with a LatePartError
 */
export function latePart(load) {
  /** @type {Promise<Part> | undefined} */
  let part;
  let failures = 0;
  const attempt = async () => {
    try {
      return await load();
    } catch (problem) {
      const url = urlIn(problem);
      if (!url) throw new LatePartError(problem);
      failures += 1;
      return importAgain(`${url}#${failures}`);
    }
  };
  return () => {
    part ??= attempt().catch((problem) => {
      part = undefined;
      throw problem;
    });
    return part;
  };
}

/**
 * Firefox keeps a module whose request failed until the page is closed. Another fragment makes it another module there, and
 * the same file for the server.
 * @param {string} url
 */
async function importAgain(url) {
  try {
    return await import(/* @vite-ignore */ url);
  } catch (problem) {
    throw new LatePartError(problem);
  }
}

/**
 * The URL of a module that could not be loaded, which browsers tell at the end of the message only.
 * @param {unknown} problem
 */
const urlIn = (problem) =>
  problem instanceof TypeError ? /: ((?:https?|file):\/\/\S+)$/.exec(problem.message)?.[1] : undefined;
