/** Tags that the template language itself gives a meaning. */
const LANGUAGE = new Set(['block', 'slot', 'template', 'import', 'include', 'wxs'])

/** What is no tag although it looks like one (comments, scripts, expressions), or the start of a tag. */
const PIECES = /<!--[\s\S]*?-->|<wxs\b[^>]*\/>|<wxs\b[\s\S]*?<\/wxs>|\{\{[\s\S]*?\}\}|<(\/?)([A-Za-z][\w-]*)(?=[\s>/])/g

/** Rewrites the tag names of a template: `rename` gets each name and gives the new one. */
export function rewriteTags(wxml: string, rename: (tag: string) => string): string {
  return wxml.replace(PIECES, (piece: string, slash: string | undefined, tag: string | undefined) =>
    tag === undefined || LANGUAGE.has(tag) ? piece : `<${slash ?? ''}${rename(tag)}`,
  )
}
