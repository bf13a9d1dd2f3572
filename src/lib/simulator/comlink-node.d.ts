/** Comlink's adapter for threads of Node has types under its name without ending, and runs in Node only with it. */
declare module 'comlink/dist/esm/node-adapter.mjs' {
  export { default } from 'comlink/dist/esm/node-adapter';
}
