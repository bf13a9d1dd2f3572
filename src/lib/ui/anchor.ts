/**
 * Places an open popover beside its trigger: below where there is room, else above; its start edge on the trigger's
 * start edge, pushed back inside the window. Pure over rectangles, so that it can be tested without a page.
 */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
}

const gap = 6;
const edge = 8;

/** All in CSS pixels of the window. `align` is in reading direction. */
export function placeBeside(
  trigger: Box,
  panel: { readonly width: number; readonly height: number },
  window: { readonly width: number; readonly height: number },
  align: 'start' | 'end',
  direction: 'ltr' | 'rtl'
): Placement {
  const toLeft = (align === 'start') === (direction === 'ltr');
  const wanted = toLeft ? trigger.left : trigger.left + trigger.width - panel.width;
  const left = Math.max(edge, Math.min(wanted, window.width - panel.width - edge));
  const below = window.height - (trigger.top + trigger.height) - gap - edge;
  const above = trigger.top - gap - edge;
  if (panel.height <= below || below >= above) {
    return { left, top: trigger.top + trigger.height + gap, maxHeight: Math.max(0, below) };
  }
  const height = Math.min(panel.height, above);
  return { left, top: trigger.top - gap - height, maxHeight: above };
}
