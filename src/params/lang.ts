import type { ParamMatcher } from '@sveltejs/kit';

/** English has no prefix, so that Arabic is the only language that a path names. */
export const match: ParamMatcher = (parameter): parameter is 'ar' => parameter === 'ar';
