import { Domain, UniformStream } from '../random/philox';
import { Use } from './keys';
import type { Sampler } from './sampler';

/**
 * Independent uniforms: two dimensions share a Philox block. Counter: dimension / 2, use, run, domain. The last block is
 * kept, because runs are mostly read dimension by dimension; what is given does not depend on it.
 */
export function philoxPoints(seed: number): Sampler {
  let stream = new UniformStream(seed, 0, Domain.sampling);
  let streamRun = 0;
  let streamPair = -1;
  return (run, dimension) => {
    const pair = dimension >>> 1;
    if (run !== streamRun || pair !== streamPair) {
      if (run !== streamRun) stream = new UniformStream(seed, run, Domain.sampling);
      stream.seek(pair, Use.points);
      streamRun = run;
      streamPair = pair;
    }
    return (dimension & 1) === 0 ? stream.first : stream.second;
  };
}
