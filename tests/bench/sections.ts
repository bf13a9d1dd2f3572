import { attribution } from './attribution';
import { backEnds } from './back-ends';
import { discovery } from './discovery';
import { ensembleSize, modelSize } from './growth';
import { interpreter } from './interpreter';
import type { Section } from './section';
import { sensitivity } from './sensitivity';

/** Everything that `npm run bench` measures, in order. */
export const sections: readonly Section[] = [
  interpreter,
  backEnds,
  modelSize,
  ensembleSize,
  attribution,
  sensitivity,
  discovery
];
