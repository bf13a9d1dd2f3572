import { interpreter } from './interpreter';
import type { Section } from './section';

/** Everything that `npm run bench` measures, in order. */
export const sections: readonly Section[] = [interpreter];
