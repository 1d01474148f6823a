import { readFileSync } from 'node:fs'
import { ACCOUNT } from '../account/options'
import { defineCommand, type GivenTo } from '../command/command'
import { type Kind, text, whole } from '../command/kinds'
import { flag, option } from '../command/options'
import { ROOT } from '../paths'

const { version } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as { version: string }

const VERSION: Kind<string> = {
  label: '1.2.3',
  expects: 'a version of letters, digits, dots and hyphens',
  parse: (given) => (/^[\w.-]{1,64}$/.test(given) ? given : undefined),
}

const COMMON = {
  ...ACCOUNT,
  desc: option(text('TEXT'), 'what is new in it; the subject of the last commit unless given'),
  robot: option(whole('N', 1, 30), 'which of WeChat’s CI robots is shown as the uploader, 1 to 30', { usual: 1 }),
  json: flag('one JSON object on stdout, and nothing else there'),
} as const

const NOTES = `Looks at the key file, runs the checks, builds npm and hands the mini program to WeChat, through HTTPS_PROXY if that is
set. What \`npm run setup\` wrote need not be given.

Exit: 0 it is there, 1 it is not, 2 the command was given wrongly.`

export const PREVIEW = defineCommand({
  name: 'npm run preview',
  about: 'Hands the mini program to WeChat to be tried on a phone, and shows the QR code that opens it.',
  options: COMMON,
  answersInJson: true,
  notes: NOTES,
})

export const UPLOAD = defineCommand({
  name: 'npm run upload',
  about: 'Hands the mini program to WeChat as a version for review.',
  options: {
    ...COMMON,
    version: option(VERSION, 'number of the version, as package.json has it', { usual: version }),
  },
  answersInJson: true,
  notes: NOTES,
})

export type PreviewValues = GivenTo<typeof PREVIEW>['values']
export type UploadValues = GivenTo<typeof UPLOAD>['values']
