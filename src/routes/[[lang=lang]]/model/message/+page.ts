import { messageSubject } from '$lib/evidence';
import { loadChecks } from '../../../load-checks';
import { loadHome } from '../../../load-home';
import type { PageLoad } from './$types';

/** The model and its scenarios, to compute with; what stands in the page comes with it. */
export const load: PageLoad = async ({ data }) => {
  const [loaded, { layout }] = await Promise.all([loadChecks(), loadHome()]);
  return {
    ...data,
    subject: messageSubject(loaded.subject.model, layout, loaded),
    mechanisms: loaded.mechanisms
  };
};
