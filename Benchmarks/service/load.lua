-- Asks for the paths in a file, one after the other, and tells what came of it as a line of JSON.
--   wrk -s load.lua URL -- FILE START       START is the share of the file to begin at, 0 to 1
local requests, position = {}, 0

function init(words)
  local host = "\r\nHost: " .. wrk.host .. ":" .. wrk.port .. "\r\n\r\n"
  for path in io.lines(words[1]) do
    requests[#requests + 1] = "GET " .. path .. " HTTP/1.1" .. host
  end
  position = math.floor(#requests * tonumber(words[2]))
end

function request()
  position = position % #requests + 1
  return requests[position]
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format(
    '{"requests": %d, "seconds": %.6f, "bytes": %d, "p50": %.4f, "p99": %.4f, "max": %.4f, ' ..
    '"errors": %d}\n',
    summary.requests, summary.duration / 1e6, summary.bytes, latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3, latency.max / 1e3,
    e.connect + e.read + e.write + e.status + e.timeout))
end
