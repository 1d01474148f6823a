/** Where the pictures in the simulator's album lie. */
export const SAMPLES = 'simulator/samples'
