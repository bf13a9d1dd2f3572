import type { Program } from '../program';
import { hasLanes } from './has-lanes';
import { interpreterBackend } from './interpreter-backend';
import type { Backend } from './plan';

/**
 * WebAssembly where the platform has it with SIMD and lets it compile, else the interpreter: `kind` says which it
 * became. Both give the same bits. The emitter is loaded here, at the first need: a page can run by the interpreter
 * (`openBackend(program, 'interpreter')`) before it has arrived.
 */
export async function openBackend(program: Program, prefer: Backend['kind'] = 'wasm'): Promise<Backend> {
  if (prefer === 'interpreter' || !hasLanes()) return interpreterBackend(program);
  const { openWasmBackend } = await import('./wasm-backend');
  return (await openWasmBackend(program)) ?? interpreterBackend(program);
}
