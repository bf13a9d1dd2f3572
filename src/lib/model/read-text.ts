import type { ModelText } from './model';
import type { TextFile } from './schema';

/** The texts of one language, every section there. */
export function readText(locale: 'en' | 'ar', file: TextFile): ModelText {
  const sections = {
    units: {},
    groups: {},
    sectors: {},
    elements: {},
    inputs: {},
    switches: {},
    constants: {},
    parameters: {},
    quantities: {},
    lookups: {},
    events: {},
    presets: {},
    checks: {}
  };
  return { locale, ...sections, ...file };
}
