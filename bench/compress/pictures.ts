import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import type { VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import { CACHE, type Picture as License, pictures as drawLicenses, type Split } from '../recognition/pictures'
import { KINDS, type Kind } from './kinds'

export interface Picture {
  readonly name: string
  readonly kind: string
  readonly path: string
  readonly type: 'image/jpeg' | 'image/png'
  readonly bytes: number
  readonly truth: VehicleLicense
}

/** Source licenses; every kind starts with a different one. */
const LICENSES = 14

/** Cache key: a changed kind is redrawn. */
async function hashKinds(): Promise<string> {
  const source = await readFile(new URL('kinds.ts', import.meta.url))
  return createHash('sha256').update(source).digest('hex').slice(0, 12)
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function draw(kind: Kind, license: License, path: string): Promise<void> {
  if (await exists(path)) return
  const draft = `${path}.${process.pid}`
  await writeFile(draft, await kind.draw(await readFile(license.path)))
  await rename(draft, path)
}

/** The first picture of every kind, then the second of every kind, and so on. */
const PLAN = KINDS.flatMap((kind, first) =>
  Array.from({ length: kind.count }, (_, place) => ({ kind, place, license: place + first * 2 })),
).sort((a, b) => a.place - b.place)

/** The first `count` pictures, cached in `bench/.cache`. */
export async function pictures(split: Split, count: number): Promise<readonly Picture[]> {
  const licenses = await drawLicenses({ split, level: 'normal' }, LICENSES)
  const folder = `${CACHE}/compress-${await hashKinds()}/${split}`
  await mkdir(folder, { recursive: true })
  const drawn: Picture[] = []
  for (const { kind, place, license: number } of PLAN.slice(0, count)) {
    const license = licenses[number % licenses.length]
    if (!license) throw new Error('no licenses')
    const name = `${kind.name.replaceAll(/\W+/g, '-')}-${place}`
    const path = `${folder}/${name}.${kind.type === 'image/png' ? 'png' : 'jpg'}`
    await draw(kind, license, path)
    const { size: bytes } = await stat(path)
    drawn.push({ name, kind: kind.name, path, type: kind.type, bytes, truth: license.truth })
  }
  return drawn
}
