/** A file that was taken from the album or the computer. */
export interface Picked {
  blob: Blob
  name: string
}

/** A picture that the simulator's album offers. */
export interface Sample {
  name: string
  url: string
}

export async function listSamples(): Promise<Sample[]> {
  const response = await fetch('/samples')
  return response.ok ? ((await response.json()) as Sample[]) : []
}

export const fetchSample = async ({ name, url }: Sample): Promise<Picked> => ({
  name,
  blob: await (await fetch(url)).blob(),
})
