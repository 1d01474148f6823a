/**
 * Gives the mini program to WeChat. A program of its own, because miniprogram-ci keeps its process alive, prints what
 * it likes and leaves folders in the working directory. Goes through HTTPS_PROXY if set.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { reportToParent, type Tell } from '../process/child'
import { ci } from './ci'
import { explainFailure } from './failures'
import type { HandedOver, Order } from './task'
import { packNpm } from './pack-npm'
import { createProject, SETTING } from './project'
import { stageProject } from './stage'

interface Reply {
  readonly subPackageInfo?: readonly { readonly name: string; readonly size: number }[]
}

const sizesOf = ({ subPackageInfo = [] }: Reply): HandedOver['sizes'] =>
  Object.fromEntries(subPackageInfo.map(({ name, size }) => [name, size]))

async function handOver(order: Order, { step, detail }: Tell): Promise<HandedOver> {
  if (process.env.HTTPS_PROXY) ci.proxy(process.env.HTTPS_PROXY)
  const folder = process.cwd()
  const { name, appid, keyFile, version, description, robot, backEnd } = order
  const account = { appid, privateKeyPath: keyFile }
  // Before anything that takes long: whether WeChat can be reached, and takes the key.
  step('Asking WeChat')
  await createProject(folder, account).attr()
  step('Building npm')
  await packNpm()
  const project = createProject(await stageProject(folder, backEnd), account)
  step('Compiling and uploading')
  const options = {
    project,
    version,
    desc: description,
    robot,
    setting: SETTING,
    onProgressUpdate: (progress: string | { message: string }) =>
      detail(typeof progress === 'string' ? progress : progress.message),
  }
  if (name === 'upload') return { sizes: sizesOf(await ci.upload(options)) }

  const picture = join(folder, 'preview.jpg')
  const sizes = sizesOf(await ci.preview({ ...options, qrcodeFormat: 'image', qrcodeOutputDest: picture }))
  return { sizes, qrCode: await readFile(picture, 'base64') }
}

await reportToParent((order, tell) => handOver(JSON.parse(order) as Order, tell), explainFailure)
