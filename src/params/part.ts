import type { ParamMatcher } from '@sveltejs/kit';

/** The parts of /model that are no sector: /model/inputs/, /model/terms/, /model/events/, /model/sources/. */
export const match = ((parameter) =>
  ['inputs', 'terms', 'events', 'sources'].includes(parameter)) satisfies ParamMatcher;
