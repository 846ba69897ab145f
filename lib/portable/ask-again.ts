/**
 * An acknowledged instance that the target does not return is asked for again after each of these pauses, counted in
 * visibility windows: under load a target may be behind. An instance that is absent after the last pause is lost.
 */
export const ASK_AGAIN_AFTER = [1, 4] as const;
