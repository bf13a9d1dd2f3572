import type { Handle } from '@sveltejs/kit';
import { directionOf, localeOf } from '$lib/i18n';

/** Language and direction stand in the document itself, so that they hold before any script has run. */
export const handle: Handle = ({ event, resolve }) => {
  const locale = localeOf(event.params.lang);
  return resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%mizan.lang%', locale).replace('%mizan.dir%', directionOf(locale))
  });
};
