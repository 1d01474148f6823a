/** A text for people: Chinese first, English beside it. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** Both languages in one line, for places that hold a single string. */
export const bilingual = (text: Text): string => `${text.zh} ${text.en}`
