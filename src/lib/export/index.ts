export { neutralise, toCsv } from './csv';
export { csvBlob, download, fileName, svgBlob } from './download';
export { inlineFonts } from './fonts';
export { toPng } from './png';
export { toSvg } from './page-svg';
export { standaloneSvg } from './standalone';
