/**
 * True where the platform accepts a module with a vector of two lanes: the smallest module that has one function, which
 * splats an i64 and leaves the v128 (specification §5.5, instruction §5.4.8). The bytes stand here, so that asking does not need the emitter.
 */
// prettier-ignore
const probe = Uint8Array.of(
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, // magic, version
  0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b,       // type: () -> v128
  0x03, 0x02, 0x01, 0x00,                         // one function of that type
  0x0a, 0x08, 0x01, 0x06, 0x00, 0x42, 0x01, 0xfd, 0x12, 0x0b // i64.const 1, i64x2.splat, end
);

export function hasLanes(): boolean {
  return typeof WebAssembly !== 'undefined' && WebAssembly.validate(probe);
}
