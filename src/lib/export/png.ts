/**
 * A standalone SVG to PNG bytes, by the browser's own renderer, which shapes Arabic rightly. The drawing is loaded as an
 * image from a data: address, with its fonts written into it. Browsers say that such an image is decoded before its fonts
 * are ready and paint no text until they are; so the picture is taken only when every text has left ink.
 */
export async function toPng(svg: string, scale: number, fontCss: string, document: Document): Promise<Blob> {
  const wordless = svg.replace(/<text[\s\S]*?<\/text>/g, '');
  const [full, bare] = await Promise.all([load(withStyle(svg, fontCss), document), load(wordless, document)]);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(full.naturalWidth * scale);
  canvas.height = Math.round(full.naturalHeight * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives no canvas to paint the figure on.');
  const paint = (image: HTMLImageElement): Uint8ClampedArray => {
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return context.getImageData(0, 0, canvas.width, canvas.height).data;
  };
  const before = paint(bare);
  const boxes = textBoxes(svg, scale);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const after = paint(full);
    if (boxes.every((box) => differs(before, after, canvas.width, box))) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(`The figure could not be painted at ${canvas.width} × ${canvas.height} pixels.`));
    }, 'image/png');
  });
}

/** Browsers wait three seconds for a font and then paint with another: after four nothing more will come. */
const attempts = 80;
const pause = 50;

async function load(svg: string, document: Document): Promise<HTMLImageElement> {
  const image = document.createElement('img');
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

/** A rectangle of pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where each text of a drawing must leave ink: a square at its anchor, in pixels of the picture. */
export function textBoxes(svg: string, scale: number): Box[] {
  const [minX = 0, minY = 0] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '').split(/[\s,]+/).map(Number);
  return [...svg.matchAll(/<text([^>]*)>[^<]*\S[^<]*<\/text>/g)].map((match) => {
    const attribute = (name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(match[1]!)?.[1] ?? '';
    const size = Number(attribute('font-size'));
    const x = Number(attribute('x')) - minX;
    const y = Number(attribute('y')) - minY;
    const left = { middle: x - size / 2, end: x - size }[attribute('text-anchor')] ?? x;
    return {
      left: Math.floor(left * scale),
      right: Math.ceil((left + size) * scale),
      top: Math.floor((y - size) * scale),
      bottom: Math.ceil((y + size * 0.3) * scale)
    };
  });
}

function differs(a: Uint8ClampedArray, b: Uint8ClampedArray, width: number, box: Box): boolean {
  for (let y = box.top; y < box.bottom; y++) {
    for (let at = 4 * (y * width + box.left); at < 4 * (y * width + box.right); at++) {
      if (a[at] !== b[at]) return true;
    }
  }
  return false;
}

/** The drawing with a style sheet as its first element. */
export function withStyle(svg: string, css: string): string {
  return css === '' ? svg : svg.replace(/(<svg[^>]*>)/, (root) => `${root}<style>${css}</style>`);
}
