/**
 * Batches change atomically, because several processes count the same bytes and answer the same pictures.
 *
 * Keys of a batch: a hash with its properties, a hash of waiting pictures, the set of answered indexes, and the list of
 * results. Shared keys: a hash of what is waiting per batch, per person and in total, and the batches by deadline.
 *
 * All scripts share ARGV[1] to ARGV[4]; their own arguments follow.
 */
export const NUMBER_OF_KEYS = 6

const COMMON = `
local batch, pictures, answered, results, held, deadlines = unpack(KEYS)
local id, uploadMs, waitingMs, resultMs = unpack(ARGV, 1, 4)

local function now()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

local function waiting(field)
  return tonumber(redis.call('HGET', held, field) or 0)
end

local function add(field, by)
  if redis.call('HINCRBY', held, field, by) <= 0 then redis.call('HDEL', held, field) end
end

local function count(of, person, bytes, number)
  add('bytes', bytes)
  add('bytes of person ' .. person, bytes)
  add('pictures of person ' .. person, number)
  add('bytes of batch ' .. of, bytes)
  add('pictures of batch ' .. of, number)
end

local function personOf(of)
  return redis.call('HGET', held, 'person of batch ' .. of)
end

local function release(of)
  local person = personOf(of)
  -- Subtracted, because Redis rejects -0.
  if person then count(of, person, 0 - waiting('bytes of batch ' .. of), 0 - waiting('pictures of batch ' .. of)) end
  redis.call('HDEL', held, 'person of batch ' .. of)
  redis.call('ZREM', deadlines, of)
end

-- Returns 1 if there is room, 0 if not, -2 if the person's share is used up. Releases expired batches, whose own keys
-- Redis has deleted.
local function checkRoom(person, bytes, number, maxBytes, maxBytesPerPerson, maxPicturesPerPerson)
  for _, expired in ipairs(redis.call('ZRANGEBYSCORE', deadlines, '-inf', '(' .. now())) do release(expired) end
  if waiting('bytes of person ' .. person) + bytes > tonumber(maxBytesPerPerson) then return -2 end
  if waiting('pictures of person ' .. person) + number > tonumber(maxPicturesPerPerson) then return -2 end
  if waiting('bytes') + bytes > tonumber(maxBytes) then return 0 end
  return 1
end

local function timeToLive()
  local total = redis.call('HGET', batch, 'total')
  if not total then return uploadMs end
  if redis.call('LLEN', results) < tonumber(total) then return waitingMs end
  release(id)
  return resultMs
end

-- Extends the deadline after which Redis deletes the batch.
local function extend()
  local deadline = now() + timeToLive()
  for _, key in ipairs({batch, pictures, answered, results}) do redis.call('PEXPIREAT', key, deadline) end
  if personOf(id) then redis.call('ZADD', deadlines, deadline, id) end
end
`

/**
 * maxBytes, maxBytesPerPerson, maxPicturesPerPerson, person, order as JSON, announced bytes -> 1, or 0 without room, or
 * -2 if the person's share is used up. The bytes are not reserved, because nothing has been sent yet.
 */
export const OPEN = `${COMMON}
local maxBytes, maxBytesPerPerson, maxPicturesPerPerson, person, order, bytes = unpack(ARGV, 5)
local outcome = checkRoom(person, tonumber(bytes), 1, maxBytes, maxBytesPerPerson, maxPicturesPerPerson)
if outcome ~= 1 then return outcome end
redis.call('HSET', batch, 'order', order, 'person', person)
extend()
return 1
`

/**
 * maxBytes, maxBytesPerPerson, maxPicturesPerPerson, index, picture -> 1, or 0 without room, or -2 if the person's share
 * is used up, or -1 without such a batch
 */
export const PUT = `${COMMON}
local maxBytes, maxBytesPerPerson, maxPicturesPerPerson, index, picture = unpack(ARGV, 5)
local person = redis.call('HGET', batch, 'person')
if not person then return -1 end
local bytes = #picture - redis.call('HSTRLEN', pictures, index)
local number = 1 - redis.call('HEXISTS', pictures, index)
local outcome = checkRoom(person, bytes, number, maxBytes, maxBytesPerPerson, maxPicturesPerPerson)
if outcome ~= 1 then return outcome end
redis.call('HSET', held, 'person of batch ' .. id, person)
count(id, person, bytes, number)
redis.call('HSET', pictures, index, picture)
extend()
return 1
`

/** total -> 1, or -1 without such a batch */
export const CLOSE = `${COMMON}
if redis.call('EXISTS', batch) == 0 then return -1 end
redis.call('HSET', batch, 'total', ARGV[5])
extend()
return 1
`

/** index, result as JSON -> 1, or 0 if already answered, or -1 without such a batch */
export const ANSWER = `${COMMON}
if redis.call('EXISTS', batch) == 0 then return -1 end
if redis.call('SADD', answered, ARGV[5]) == 0 then return 0 end
local bytes = redis.call('HSTRLEN', pictures, ARGV[5])
if redis.call('HDEL', pictures, ARGV[5]) == 1 and personOf(id) then count(id, personOf(id), 0 - bytes, -1) end
redis.call('RPUSH', results, ARGV[6])
extend()
return 1
`

/** -> 1 */
export const DROP = `${COMMON}
release(id)
redis.call('DEL', batch, pictures, answered, results)
return 1
`
