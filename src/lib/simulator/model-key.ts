/** What names a model in scenarios and between workers: `id@version`. */
export function modelKey({ id, version }: { readonly id: string; readonly version: string }): string {
  return `${id}@${version}`;
}
