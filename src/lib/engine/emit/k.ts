export { exp } from '../kernels/exponential';
export { ln } from '../kernels/logarithm';
export { pow } from '../kernels/power';
