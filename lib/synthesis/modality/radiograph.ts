import type { Scene } from '../pixel-data.ts';
import { ellipse } from './modality.ts';

/** A chest from the front, as a detector sees it: lungs dark, spine and ribs bright, quantum noise all over. */
export function chest(noiseLevel: number): Scene {
  return (x, y, _frame, noise) => {
    const thorax = ellipse(x, y, 0, 0.1, 0.9, 1.05);
    const lungs = ellipse(x, y, -0.42, 0, 0.3, 0.62) + ellipse(x, y, 0.42, 0, 0.3, 0.62);
    // Where a factor is 0 its curves are not worked out: they take most of the time.
    const spine = thorax && Math.exp(-(x * x) / 0.012);
    const heart = ellipse(x, y, 0.14, 0.3, 0.26, 0.3);
    const rib = lungs && Math.max(0, Math.sin(16 * (y + 0.35 * x * x)));
    const ribs = rib * rib * rib;
    const signal = 0.08 + thorax * (0.45 - 0.22 * lungs + 0.16 * spine + 0.12 * heart + 0.05 * ribs * lungs);
    return signal + noise * noiseLevel * Math.sqrt(signal);
  };
}
