/** Files that tell of a model and that nothing is computed with; a model may have them or not. */
const telling = new Set(
  [
    'actors',
    'briefing',
    'checks',
    'claims',
    'conclusions',
    'documentation',
    'geography',
    'history',
    'loops',
    'mechanisms',
    'observed',
    'reasons',
    'timeline'
  ].map((name) => `${name}.yaml`)
);

/**
 * Of the files of a model folder those that a run needs: `loadModel` makes the same model, desk, texts and presets of them,
 * in little more than half the time, and finds no fault in what the others say.
 */
export function computingFiles(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...files].filter(([path]) => !telling.has(path)));
}
