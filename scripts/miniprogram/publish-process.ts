/**
 * Uploads the mini program. Runs in a child process, because miniprogram-ci keeps its process alive, prints at will and
 * leaves folders in the working directory. Uses HTTPS_PROXY if set.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { reportToParent, type Reporter } from '../process/child'
import { ci } from './ci'
import { explainFailure } from './failures'
import type { PublishResult, PublishTask } from './task'
import { packNpm } from './pack-npm'
import { createProject, SETTING } from './project'
import { stageProject } from './stage'

interface Reply {
  readonly subPackageInfo?: readonly { readonly name: string; readonly size: number }[]
}

const sizesOf = ({ subPackageInfo = [] }: Reply): PublishResult['sizes'] =>
  Object.fromEntries(subPackageInfo.map(({ name, size }) => [name, size]))

async function publish(task: PublishTask, { step, detail }: Reporter): Promise<PublishResult> {
  if (process.env.HTTPS_PROXY) ci.proxy(process.env.HTTPS_PROXY)
  const folder = process.cwd()
  const { name, appid, keyFile, version, description, robot, backEnd } = task
  const account = { appid, privateKeyPath: keyFile }
  // Fail early if WeChat is unreachable or rejects the key.
  step('Contacting WeChat')
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

await reportToParent((task, reporter) => publish(JSON.parse(task) as PublishTask, reporter), explainFailure)
