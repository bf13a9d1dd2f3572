export { figures } from './figures';
export { inputs } from './inputs';
export { sharing } from './sharing';
export { shell } from './shell';
export { uncertainty } from './uncertainty';
