/**
 * What changes a batch does so in one step, or two processes could count the same bytes or answer the same picture.
 *
 * Of each batch: a hash of what it is, a hash of the pictures that wait, the set of the places that are answered, and
 * the answers in the order in which they came. Of all: a hash of what waits, of each batch, of each person and in all,
 * and the batches by when their time is up.
 *
 * All scripts begin with the same arguments and add their own from ARGV[5] on.
 */
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

local function letGo(of)
  local person = personOf(of)
  -- Not by a sign in front: Redis takes no -0.
  if person then count(of, person, 0 - waiting('bytes of batch ' .. of), 0 - waiting('pictures of batch ' .. of)) end
  redis.call('HDEL', held, 'person of batch ' .. of)
  redis.call('ZREM', deadlines, of)
end

-- 1 if so much more may wait, 0 where it would be too much of all, -2 where too much of this person. Whose time is up
-- holds nothing: its keys go by themselves in the same moment.
local function mayWait(person, bytes, number, maxBytes, maxBytesPerPerson, maxPicturesPerPerson)
  for _, dead in ipairs(redis.call('ZRANGEBYSCORE', deadlines, '-inf', '(' .. now())) do letGo(dead) end
  if waiting('bytes of person ' .. person) + bytes > tonumber(maxBytesPerPerson) then return -2 end
  if waiting('pictures of person ' .. person) + number > tonumber(maxPicturesPerPerson) then return -2 end
  if waiting('bytes') + bytes > tonumber(maxBytes) then return 0 end
  return 1
end

local function timeToLive()
  local total = redis.call('HGET', batch, 'total')
  if not total then return uploadMs end
  if redis.call('LLEN', results) < tonumber(total) then return waitingMs end
  letGo(id)
  return resultMs
end

-- Keeps the batch for a while from now. What is left of it then goes by itself.
local function keep()
  local deadline = now() + timeToLive()
  for _, key in ipairs({batch, pictures, answered, results}) do redis.call('PEXPIREAT', key, deadline) end
  if personOf(id) then redis.call('ZADD', deadlines, deadline, id) end
end
`

/**
 * maxBytes, maxBytesPerPerson, maxPicturesPerPerson, person, order as JSON, bytes announced -> 1, or 0 where there is no
 * room for them, or -2 where the person has none left. They are not held: whoever announces has sent nothing yet.
 */
export const OPEN = `${COMMON}
local maxBytes, maxBytesPerPerson, maxPicturesPerPerson, person, order, bytes = unpack(ARGV, 5)
local outcome = mayWait(person, tonumber(bytes), 1, maxBytes, maxBytesPerPerson, maxPicturesPerPerson)
if outcome ~= 1 then return outcome end
redis.call('HSET', batch, 'order', order, 'person', person)
keep()
return 1
`

/**
 * maxBytes, maxBytesPerPerson, maxPicturesPerPerson, index, picture -> 1, or 0 where there is no room, or -2 where the
 * person has none left, or -1 where there is no such batch
 */
export const PUT = `${COMMON}
local maxBytes, maxBytesPerPerson, maxPicturesPerPerson, index, picture = unpack(ARGV, 5)
local person = redis.call('HGET', batch, 'person')
if not person then return -1 end
local bytes = #picture - redis.call('HSTRLEN', pictures, index)
local number = 1 - redis.call('HEXISTS', pictures, index)
local outcome = mayWait(person, bytes, number, maxBytes, maxBytesPerPerson, maxPicturesPerPerson)
if outcome ~= 1 then return outcome end
redis.call('HSET', held, 'person of batch ' .. id, person)
count(id, person, bytes, number)
redis.call('HSET', pictures, index, picture)
keep()
return 1
`

/** total -> 1, or -1 where there is no such batch */
export const CLOSE = `${COMMON}
if redis.call('EXISTS', batch) == 0 then return -1 end
redis.call('HSET', batch, 'total', ARGV[5])
keep()
return 1
`

/** index, result as JSON -> 1, or 0 where it was answered before, or -1 where there is no such batch */
export const ANSWER = `${COMMON}
if redis.call('EXISTS', batch) == 0 then return -1 end
if redis.call('SADD', answered, ARGV[5]) == 0 then return 0 end
local bytes = redis.call('HSTRLEN', pictures, ARGV[5])
if redis.call('HDEL', pictures, ARGV[5]) == 1 and personOf(id) then count(id, personOf(id), 0 - bytes, -1) end
redis.call('RPUSH', results, ARGV[6])
keep()
return 1
`

/** -> 1 */
export const DROP = `${COMMON}
letGo(id)
redis.call('DEL', batch, pictures, answered, results)
return 1
`
