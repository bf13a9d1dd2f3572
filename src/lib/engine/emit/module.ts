import { Bytes } from './bytes';
import { Code } from './code';
import type { Pool } from './pool';
import { section, valueType, type ValueType } from './opcodes';

/**
 * A module: types, one imported memory, functions, exports and code (specification §5.5). Functions are declared first,
 * so that they can call each other by index, and given their bodies afterwards.
 */
interface Declared {
  readonly type: number;
  code: Code | null;
}

export class Module {
  readonly #types: Bytes[] = [];
  readonly #typeKeys: string[] = [];
  readonly #functions: Declared[] = [];
  readonly #exports: { name: string; index: number }[] = [];

  constructor(readonly pool: Pool | null = null) {}

  /** The body of a function to be, which shares the module's constants. */
  code(parameters: number): Code {
    return new Code(parameters, this.pool);
  }

  #typeOf(parameters: readonly ValueType[], results: readonly ValueType[]): number {
    const key = `${parameters.join()}->${results.join()}`;
    const known = this.#typeKeys.indexOf(key);
    if (known >= 0) return known;
    const type = new Bytes().byte(0x60);
    for (const side of [parameters, results]) {
      type.unsigned(side.length);
      for (const value of side) type.byte(valueType[value]);
    }
    this.#types.push(type);
    return this.#typeKeys.push(key) - 1;
  }

  /** Declares a function and returns its index. */
  declare(parameters: readonly ValueType[], results: readonly ValueType[], exported?: string): number {
    const index = this.#functions.push({ type: this.#typeOf(parameters, results), code: null }) - 1;
    if (exported) this.#exports.push({ name: exported, index });
    return index;
  }

  define(index: number, code: Code): void {
    const declared = this.#functions[index];
    if (!declared) throw new Error(`function ${index} was not declared`);
    declared.code = code;
  }

  encode(): Uint8Array<ArrayBuffer> {
    const out = new Bytes().bytes([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);
    const put = (id: number, content: Bytes): void => void out.byte(id).sized(content);

    const types = new Bytes().unsigned(this.#types.length);
    for (const type of this.#types) types.bytes(type.view());
    put(section.type, types);

    // One import: the memory, of at least one page (§5.5.5).
    put(section.import, new Bytes().unsigned(1).name('mizan').name('memory').byte(0x02).byte(0x00).unsigned(1));

    const functions = new Bytes().unsigned(this.#functions.length);
    for (const { type } of this.#functions) functions.unsigned(type);
    put(section.function, functions);

    const exports = new Bytes().unsigned(this.#exports.length);
    for (const { name, index } of this.#exports) exports.name(name).byte(0x00).unsigned(index);
    put(section.export, exports);

    const code = new Bytes().unsigned(this.#functions.length);
    for (const { code: body } of this.#functions) {
      if (!body) throw new Error('a declared function has no body');
      code.sized(body.finish());
    }
    put(section.code, code);
    return out.copy();
  }
}
