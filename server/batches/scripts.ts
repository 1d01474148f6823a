/**
 * What changes a batch does so in one step, or two processes could count the same bytes or answer the same picture.
 *
 * Of each batch: a hash of what it is, a hash of the pictures that wait, the set of the places that are answered, and
 * the answers in the order in which they came. Of all: how many bytes each batch holds, and until when.
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

local function letGo(of)
  redis.call('HDEL', held, of)
  redis.call('ZREM', deadlines, of)
end

-- Holds so many bytes for the batch, if all batches together stay within the bound. Those whose time is up hold none.
local function hold(bytes, maxBytes)
  for _, dead in ipairs(redis.call('ZRANGEBYSCORE', deadlines, '-inf', now())) do letGo(dead) end
  local all = bytes - (redis.call('HGET', held, id) or 0)
  for _, each in ipairs(redis.call('HVALS', held)) do all = all + each end
  if all > maxBytes then return false end
  redis.call('HSET', held, id, bytes)
  return true
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
  if redis.call('HEXISTS', held, id) == 1 then redis.call('ZADD', deadlines, deadline, id) end
end
`

/** order as JSON, bytes, maxBytes -> 1, or 0 where the bound is reached */
export const OPEN = `${COMMON}
if not hold(tonumber(ARGV[6]), tonumber(ARGV[7])) then return 0 end
redis.call('HSET', batch, 'order', ARGV[5], 'stored', 0)
keep()
return 1
`

/** index, picture, maxBytes -> 1, or 0 where the bound is reached, or -1 where there is no such batch */
export const PUT = `${COMMON}
if redis.call('EXISTS', batch) == 0 then return -1 end
local stored = redis.call('HGET', batch, 'stored') + #ARGV[6] - redis.call('HSTRLEN', pictures, ARGV[5])
if stored > tonumber(redis.call('HGET', held, id) or 0) and not hold(stored, tonumber(ARGV[7])) then return 0 end
redis.call('HSET', batch, 'stored', stored)
redis.call('HSET', pictures, ARGV[5], ARGV[6])
keep()
return 1
`

/** total -> 1, or -1 where there is no such batch */
export const CLOSE = `${COMMON}
if redis.call('EXISTS', batch) == 0 then return -1 end
redis.call('HSET', batch, 'total', ARGV[5])
redis.call('HSET', held, id, redis.call('HGET', batch, 'stored'))
keep()
return 1
`

/** index, result as JSON -> 1, or 0 where it was answered before, or -1 where there is no such batch */
export const ANSWER = `${COMMON}
if redis.call('EXISTS', batch) == 0 then return -1 end
if redis.call('SADD', answered, ARGV[5]) == 0 then return 0 end
local bytes = redis.call('HSTRLEN', pictures, ARGV[5])
if bytes > 0 then
  redis.call('HDEL', pictures, ARGV[5])
  redis.call('HINCRBY', batch, 'stored', -bytes)
  if redis.call('HEXISTS', held, id) == 1 then redis.call('HINCRBY', held, id, -bytes) end
end
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
