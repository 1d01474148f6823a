import type { BackEndConfig } from '../../config'
import type { Strings } from '../../strings/index'

/** What is sent where, and how long it is kept. Keep `docs/back-ends.md` in step. */
export function privacyOf(backEnd: BackEndConfig, { privacy }: Strings): { title: string; text: string }[] {
  const { phone, cloud, server, answers, rights } = privacy
  const sent =
    backEnd.kind === 'cloud'
      ? cloud
      : { title: server.title, text: server.text(backEnd.url.replace(/^https?:\/\//, '').replace(/\/.*$/, '')) }
  return [phone, sent, answers, rights]
}
