/** A share with its interval, all from 0 to 1. */
export interface StripShare {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface ShareStripProps {
  readonly narrow: StripShare;
  readonly wide: StripShare;
  readonly width: number;
  /** Text alternative. */
  readonly summary: string;
}

interface PlacedShare {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

export interface PlacedStrip {
  readonly height: number;
  readonly axis: { readonly from: number; readonly to: number; readonly y: number };
  /** Where four fifths stand. */
  readonly mark: number;
  readonly narrow: PlacedShare;
  readonly wide: PlacedShare;
}

const RADIUS = 4;
const HEIGHT = 26;

/** Two shares, one above the other, on one axis from nought to one that leaves room for whole circles at its ends. */
export function placeShareStrip({ narrow, wide, width }: ShareStripProps): PlacedStrip {
  const from = RADIUS + 1;
  const to = width - RADIUS - 1;
  const at = (share: number): number => from + (to - from) * Math.min(1, Math.max(0, share));
  const placed = ({ share, low, high }: StripShare, y: number): PlacedShare => ({
    x: at(share),
    from: at(low),
    to: at(high),
    y
  });
  return {
    height: HEIGHT,
    axis: { from, to, y: HEIGHT / 2 },
    mark: at(0.8),
    narrow: placed(narrow, HEIGHT / 2 - 6),
    wide: placed(wide, HEIGHT / 2 + 6)
  };
}

export const stripRadius = RADIUS;
