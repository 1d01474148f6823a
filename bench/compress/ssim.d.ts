/** What is used of it; it is there only once a benchmark was run. */
declare module 'ssim.js' {
  interface Image {
    readonly data: Uint8ClampedArray
    readonly width: number
    readonly height: number
  }
  export function ssim(a: Image, b: Image, options: { readonly ssim: 'weber' }): { readonly mssim: number }
}
