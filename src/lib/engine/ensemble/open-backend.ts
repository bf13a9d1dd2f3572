import { Assembled } from '../emit/assembled';
import { emit } from '../emit/emit';
import { Module } from '../emit/module';
import type { Program } from '../program';
import { interpreterBackend } from './interpreter-backend';
import type { Backend } from './plan';
import { wasmBackend } from './wasm-backend';

/**
 * WebAssembly where the platform has it with SIMD and lets it compile, else the interpreter: `kind` says which it
 * became. Both give the same bits.
 */
export async function openBackend(program: Program, prefer: Backend['kind'] = 'wasm'): Promise<Backend> {
  if (prefer === 'interpreter' || !hasLanes()) return interpreterBackend(program);
  const emitted = emit(program);
  // A page may forbid compiling by its Content-Security-Policy, or have no memory left.
  const module = await WebAssembly.compile(emitted.bytes).catch(() => null);
  return module ? wasmBackend(Assembled.of(program, emitted, module)) : interpreterBackend(program);
}

/** True where the platform accepts a module with a vector of two lanes. */
function hasLanes(): boolean {
  if (typeof WebAssembly === 'undefined') return false;
  const module = new Module();
  const code = module.code(0);
  code.long(1n).vector('i64x2_splat');
  module.define(module.declare([], ['v128']), code);
  return WebAssembly.validate(module.encode());
}
