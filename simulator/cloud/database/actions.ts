import { EJSON } from 'bson'
import { Query } from 'mingo'
import { type Modifier, update } from 'mingo/updater'
import { addCollection, type Database, type Document, findCollection, insert } from './collections'

/** Queries, documents and changes are EJSON strings in MongoDB's syntax. */
type Params = Readonly<Record<string, unknown>>
type Action = (params: Params, database: Database) => object

const parse = (text: unknown): Document =>
  typeof text === 'string' && text !== '' ? (EJSON.parse(text) as Document) : {}
const nameOf = ({ collectionName }: Params): string => String(collectionName)
const asCount = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

function find(params: Params, database: Database): Document[] {
  const { query, projection, order, offset, limit } = params
  const documents = [...findCollection(database, nameOf(params)).values()]
  const cursor = new Query(parse(query)).find<Document>(documents, parse(projection))
  if (order !== undefined) cursor.sort(parse(order))
  return cursor
    .skip(asCount(offset) ?? 0)
    .limit(asCount(limit) ?? documents.length)
    .all()
}

/** The documents to change or remove. */
const targets = (params: Params, database: Database): Document[] => {
  const found = find({ collectionName: params.collectionName, query: params.query }, database)
  return params.multi === false ? found.slice(0, 1) : found
}

function modify(params: Params, database: Database): object {
  const collection = findCollection(database, nameOf(params))
  const change = parse(params.data)
  const found = targets(params, database)
  if (found.length === 0 && params.upsert === true) {
    return { updated: 0, upsert_id: insert(database, nameOf(params), { ...parse(params.query), ...change }) }
  }
  let updated = 0
  for (const { _id } of found) {
    const document = collection.get(_id) ?? {}
    if (params.merge !== true) collection.set(_id, { _id, ...change })
    else if (update(document, change as Modifier<Document>).length === 0) continue
    updated += 1
  }
  return { updated }
}

/** The SDK's database actions, each atomic. Transactions, aggregation and `serverDate` fail with an error. */
export const DATABASE_ACTIONS: Readonly<Record<string, Action>> = {
  'database.addCollection': (params, database) => {
    addCollection(database, nameOf(params))
    return {}
  },

  'database.insertDocument': (params, database) => {
    const documents = Array.isArray(params.data) ? params.data.map(parse) : []
    return { insertedIds: documents.map((document) => insert(database, nameOf(params), document)) }
  },

  'database.getDocument': (params, database) => ({
    list: find(params, database).map((document) => EJSON.stringify(document)),
  }),

  'database.calculateDocument': (params, database) => ({ total: find(params, database).length }),

  'database.modifyDocument': modify,

  'database.removeDocument': (params, database) => {
    const collection = findCollection(database, nameOf(params))
    return { deleted: targets(params, database).filter(({ _id }) => collection.delete(_id)).length }
  },
}
