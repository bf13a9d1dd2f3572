/**
 * What reads and writes links. A first visit needs neither: it loads when the figures are alive, or before that where the
 * page opens with a link; what opens frozen versions loads with the first link that names one.
 */
export const loadLinks = () => import('./share');

export const loadOpener = () => import('./open-frozen');
