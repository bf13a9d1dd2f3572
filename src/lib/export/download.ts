/** Gives bytes to the person as a file. The address of the bytes is let go once the browser has begun to save them. */
export function download(bytes: Blob, name: string, document: Document): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(bytes);
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** `mizan-stability-en.svg`: parts are ids; whatever else comes in is reduced to letters, digits, `_` and `-`. */
export function fileName(parts: readonly string[], extension: 'svg' | 'png' | 'csv'): string {
  const safe = parts
    .map((part) => part.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, ''))
    .filter((part) => part !== '');
  return `${['mizan', ...safe].join('-').slice(0, 100)}.${extension}`;
}

export function svgBlob(svg: string): Blob {
  return new Blob([svg], { type: 'image/svg+xml' });
}

/** With a byte order mark: without it spreadsheets read Arabic as noise. */
export function csvBlob(csv: string): Blob {
  return new Blob(['\ufeff', csv], { type: 'text/csv;charset=utf-8' });
}
