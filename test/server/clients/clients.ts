import { join } from 'node:path'

export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** The name a Client's folder has, beside this file. */
export type Language = 'java' | 'go' | 'python'

/**
 * Somebody else's client of WeChat, and a program that calls a server with it. The program is given the server's
 * address, an appid and its secret, the address of a license's picture, the path of one, and the address of a picture
 * of something else.
 */
export interface Client {
  readonly name: string
  /** A command that succeeds where the language is installed. */
  readonly tool: Command
  /** The files that name the packages. */
  readonly manifest: readonly string[]
  /** Puts the packages into a folder. */
  install(folder: string): Command
  compile?(folder: string): Command
  run(folder: string): Command
}

const MAVEN = ['--batch-mode', '--quiet', 'dependency:copy-dependencies', '-DincludeScope=runtime']

/** For programs that are over before optimized code would pay. */
const JAVA = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']

const goEnv = (folder: string) => ({ GOMODCACHE: folder, CGO_ENABLED: '0' })

/** Flags that let a module cache be removed, and that ask Git for nothing. */
const GO = ['-modcacherw', '-buildvcs=false']

export const CLIENTS: Readonly<Record<Language, Client>> = {
  java: {
    name: 'WxJava',
    tool: { program: 'java', args: ['--version'] },
    manifest: ['pom.xml'],
    install: (folder) => ({ program: 'mvn', args: [...MAVEN, `-DoutputDirectory=${folder}`] }),
    run: (folder) => ({ program: 'java', args: [...JAVA, '-cp', join(folder, '*'), 'Drive.java'] }),
  },
  go: {
    name: 'silenceper/wechat',
    tool: { program: 'go', args: ['version'] },
    manifest: ['go.mod', 'go.sum'],
    install: (folder) => ({ program: 'go', args: ['list', ...GO, '-deps', '.'], env: goEnv(folder) }),
    compile: (folder) => ({
      program: 'go',
      args: ['build', ...GO, '-o', join(folder, 'drive'), '.'],
      env: goEnv(folder),
    }),
    run: (folder) => ({ program: join(folder, 'drive'), args: [] }),
  },
  python: {
    name: 'wechatpy',
    tool: { program: 'python3', args: ['--version'] },
    manifest: ['requirements.txt'],
    install: (folder) => ({
      program: 'python3',
      args: ['-m', 'pip', 'install', '--quiet', '--target', folder, '-r', 'requirements.txt'],
    }),
    run: (folder) => ({ program: 'python3', args: ['drive.py'], env: { PYTHONPATH: folder } }),
  },
}
