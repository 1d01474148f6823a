import type { Split } from './splits'
export async function* drawOthers(
  _split: Split,
  _count: number,
  _from = 0,
): AsyncGenerator<{ name: string; bytes: Buffer }> {}
