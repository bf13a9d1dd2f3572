/**
 * A standalone SVG to PNG bytes, by the browser's own renderer, which shapes Arabic rightly. The drawing is loaded as an image
 * from a data: address, with its fonts written into it, and painted on a canvas `scale` times its size.
 */
export async function toPng(svg: string, scale: number, fontCss: string, document: Document): Promise<Blob> {
  const image = document.createElement('img');
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(withStyle(svg, fontCss))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to paint the figure on.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(`The figure could not be painted at ${canvas.width} × ${canvas.height} pixels.`));
    }, 'image/png');
  });
}

/** The drawing with a style sheet as its first element. */
export function withStyle(svg: string, css: string): string {
  return css === '' ? svg : svg.replace(/(<svg[^>]*>)/, (root) => `${root}<style>${css}</style>`);
}
