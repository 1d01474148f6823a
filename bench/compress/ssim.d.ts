/** The part we use of a package that the first benchmark installs. */
declare module 'ssim.js' {
  interface Image {
    readonly data: Uint8ClampedArray
    readonly width: number
    readonly height: number
  }
  export function ssim(a: Image, b: Image, options: { readonly ssim: 'weber' }): { readonly mssim: number }
}
