import { readFileSync } from 'node:fs'
import { ACCOUNT } from '../account/options'
import { defineCommand, type ArgumentsOf } from '../command/command'
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
  desc: option(text('TEXT'), 'what is new (default: subject of the last commit)'),
  robot: option(whole('N', 1, 30), 'WeChat’s CI robot shown as the uploader, 1 to 30', { default: 1 }),
  json: flag('print one JSON object on stdout and nothing else'),
} as const

const NOTES = `Validates the key file, runs the checks, builds npm and uploads, through HTTPS_PROXY if set. Values saved by
\`npm run setup\` can be omitted.

Exit code: 0 uploaded, 1 failed, 2 usage error.`

export const PREVIEW = defineCommand({
  name: 'npm run preview',
  about: 'Uploads a preview of the mini program and shows the QR code that opens it on a phone.',
  options: COMMON,
  answersInJson: true,
  notes: NOTES,
})

export const UPLOAD = defineCommand({
  name: 'npm run upload',
  about: 'Uploads a version of the mini program for review.',
  options: {
    ...COMMON,
    version: option(VERSION, 'version number', { default: version }),
  },
  answersInJson: true,
  notes: NOTES,
})

export type PreviewValues = ArgumentsOf<typeof PREVIEW>['values']
