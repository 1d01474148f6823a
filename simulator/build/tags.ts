/** Tags of the template language. */
const LANGUAGE = new Set(['block', 'slot', 'template', 'import', 'include', 'wxs'])

/** The start of a tag, or what may contain something like a tag: a comment, a script or an expression. */
const PIECES = /<!--[\s\S]*?-->|<wxs\b[^>]*\/>|<wxs\b[\s\S]*?<\/wxs>|\{\{[\s\S]*?\}\}|<(\/?)([A-Za-z][\w-]*)(?=[\s>/])/g

/** Renames the tags of a template. */
export function rewriteTags(wxml: string, rename: (tag: string) => string): string {
  return wxml.replace(PIECES, (piece: string, slash: string | undefined, tag: string | undefined) =>
    tag === undefined || LANGUAGE.has(tag) ? piece : `<${slash ?? ''}${rename(tag)}`,
  )
}
