using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Backups;

/// <summary>Copies of Redis and Valkey: an RDB that the server sends as it would to a replica. Put back, the server follows a scratch container that holds it, which needs no stop and no file moved, with and without an append-only file.</summary>
/// <remarks>
/// Sources: Redis documentation, "redis-cli" (remote backups of RDB files, <c>REDISCLI_AUTH</c>), "Redis persistence", "REPLICAOF", "SCAN", "EVAL"; valkey.io, the same pages. A server that follows writes its append-only file anew after it has taken all.
/// An RDB ends with a checksum, which a server that loads it compares.
/// </remarks>
internal static class RedisCommands
{
    /// <summary>A port that nothing usual has: the scratch container shares the network of the server that follows it.</summary>
    private const string ScratchPort = "46379";

    private const string Directory = "/var/tmp/seaworthy";

    /// <summary><c>r</c> asks the server: that of the scratch container where one is, else the container's own.</summary>
    private const string Login =
        ContainerScript.Value
        + ContainerScript.Stop
        + $$"""
            p=
            port=${{{RedisLogin.Port}}:-6379}
            [ -z "${{{RedisLogin.Word}}:-}" ] || eval "p=${{RedisLogin.Word}}"
            set -f
            set -- ${REDIS_ARGS:-}
            set +f
            while [ $# -gt 1 ]; do
              [ "$1" != --requirepass ] || p=$2
              shift
            done
            [ -n "$p" ] || p=$(v REDIS_PASSWORD VALKEY_PASSWORD)
            if [ -z "$p" ] && [ -r "${{{RedisLogin.File}}:-}" ]; then
              while read -r k w; do [ "$k" != requirepass ] || p=$w; done <"${{RedisLogin.File}}"
              p=${p#[\"\']}
              p=${p%[\"\']}
            fi
            if [ -f {{Directory}}/token ]; then
              port={{ScratchPort}}
              p=$(cat {{Directory}}/token)
            fi
            unset REDISCLI_AUTH VALKEYCLI_AUTH
            [ -z "$p" ] || export REDISCLI_AUTH="$p" VALKEYCLI_AUTH="$p"
            r() { "$(command -v valkey-cli || command -v redis-cli || echo redis-cli)" -p "$port" "$@"; }
            info() { r info "$1" | while IFS=: read -r k w; do [ "$k" != "$2" ] || echo "${w%?}"; done; }

            """;

    /// <summary>One step through the keys of a database: where it goes on, how many keys without an end it met, and the sum of their hashes. Values beyond a bound count by their length, so that no step keeps the server busy.</summary>
    private const string Step = """
        local found = redis.call('SCAN', ARGV[1], 'COUNT', 200)
        local count, sum = 0, 0
        local function pairs_of(list)
          local joined = {}
          for i = 1, #list, 2 do joined[#joined + 1] = list[i] .. '\0' .. list[i + 1] end
          table.sort(joined)
          return table.concat(joined, '\0')
        end
        local function sorted(list)
          table.sort(list)
          return table.concat(list, '\0')
        end
        for _, key in ipairs(found[2]) do
          if redis.call('PTTL', key) == -1 then
            local kind = redis.call('TYPE', key).ok
            local value = ''
            if kind == 'string' then
              local length = redis.call('STRLEN', key)
              value = length <= 65536 and redis.call('GET', key) or tostring(length)
            elseif kind == 'hash' then
              local length = redis.call('HLEN', key)
              value = length <= 512 and pairs_of(redis.call('HGETALL', key)) or tostring(length)
            elseif kind == 'set' then
              local length = redis.call('SCARD', key)
              value = length <= 512 and sorted(redis.call('SMEMBERS', key)) or tostring(length)
            elseif kind == 'zset' then
              local length = redis.call('ZCARD', key)
              value = length <= 512 and pairs_of(redis.call('ZRANGE', key, 0, -1, 'WITHSCORES')) or tostring(length)
            elseif kind == 'list' then
              local length = redis.call('LLEN', key)
              value = length <= 512 and table.concat(redis.call('LRANGE', key, 0, -1), '\0') or tostring(length)
            elseif kind == 'stream' then
              value = tostring(redis.call('XLEN', key))
            end
            count = count + 1
            sum = (sum + tonumber(string.sub(redis.sha1hex(kind .. '\0' .. key .. '\0' .. value), 1, 12), 16)) % 281474976710656
          end
        end
        return found[1] .. ' ' .. count .. ' ' .. string.format('%.0f', sum)
        """;

    public static StoreCommands All { get; } =
        new(StoreKind.Redis, "dump.rdb")
        {
            Dump = Login + "r --rdb -\n",
            Scratch = "trap 'exit 0' TERM; while :; do sleep 1; done",
            Restore = Load,
            Ready = "true",
            Compare = Login + $"step=$(cat <<'LUA'\n{Step}\nLUA\n)\n" + Digest,
            Token = $"cat {Directory}/token",
            Follow = Login + Followed,
            IsExact = true,
            Login = RedisLogin.Of,
            Count = lines => lines.Sum(line => line.Split(' ') is [_, _, var keys, _] && int.TryParse(keys, out var count) ? count : 0),
        };

    /// <summary>A server of the image takes the copy when it starts. Modules that the image holds are loaded where they load: their data needs them.</summary>
    private const string Load =
        ContainerScript.Stop
        + $$"""
            mkdir -p {{Directory}} && cd {{Directory}} && cat >dump.rdb || exit
            case $(head -c 5 dump.rdb) in REDIS | VALKE) ;; *) stop 'this is no RDB' ;; esac
            umask 077
            head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' >token
            begin() {
              printf 'requirepass %s\n' "$(cat token)" >conf
              : >log
              "$(command -v valkey-server || command -v redis-server || echo redis-server)" {{Directory}}/conf --port {{ScratchPort}} --bind 127.0.0.1 --dir {{Directory}} \
                --dbfilename dump.rdb --save '' --appendonly no --repl-diskless-sync-delay 0 --daemonize yes --pidfile {{Directory}}/pid --logfile {{Directory}}/log "$@" >>log 2>&1 || return
              export REDISCLI_AUTH="$(cat token)" VALKEYCLI_AUTH="$(cat token)"
              while :; do
                said=$("$(command -v valkey-cli || command -v redis-cli || echo redis-cli)" -p {{ScratchPort}} ping 2>/dev/null)
                [ "$said" != PONG ] || return 0
                sleep 0.1
                [ -s pid ] && kill -0 "$(cat pid)" 2>/dev/null || { sleep 0.2; [ -s pid ] && kill -0 "$(cat pid)" 2>/dev/null || return 1; }
              done
            }
            set --
            for m in /usr/local/lib/redis/modules/*.so /opt/redis-stack/lib/*.so; do
              [ ! -e "$m" ] || set -- "$@" --loadmodule "$m"
            done
            begin "$@" && exit
            [ $# = 0 ] || { rm -f pid; begin && exit; }
            tail -n 3 log >&2
            stop 'the server does not load it'

            """;

    private const string Digest = """
        databases=$(r info keyspace) || exit
        case $databases in *'# Keyspace'*) ;; *) stop "$databases" ;; esac
        for d in $databases; do
          case $d in db*:*) ;; *) continue ;; esac
          d=${d%%:*}
          keys=0 sum=0 cursor=0
          while :; do
            said=$(r -n "${d#db}" --raw eval "$step" 0 "$cursor") || exit
            case $said in *[!0-9\ ]* | '') stop "$said" ;; esac
            set -- $said
            cursor=$1 keys=$((keys + $2)) sum=$(((sum + $3) % 281474976710656))
            [ "$cursor" != 0 ] || break
          done
          [ "$keys" = 0 ] || echo "table $d $keys $sum"
        done

        """;

    /// <summary>However it ends, the server follows nobody afterwards, and sends the password to others that it sent before.</summary>
    private const string Followed = $$"""
        [ "$(info replication role)" = master ] || stop 'it follows another server: restore that one'
        before=$(r --raw config get masterauth) || exit
        case $before in masterauth*) ;; *) stop "$before" ;; esac
        before=${before#masterauth}
        before=$(printf %s "$before" | tail -n 1)
        trap 'r replicaof no one >/dev/null; printf %s "$before" | r -x config set masterauth >/dev/null' EXIT
        trap 'exit 1' INT TERM HUP
        printf %s "${{RedisLogin.Token}}" | r -x config set masterauth >/dev/null
        said=$(r replicaof 127.0.0.1 {{ScratchPort}})
        [ "$said" = OK ] || stop "$said"
        i=0
        until [ "$(info replication master_link_status)" = up ] && [ "$(info replication master_sync_in_progress)" = 0 ]; do
          i=$((i + 1))
          [ $i -lt 9000 ] || stop 'the server does not take the copy: its log says why'
          sleep 0.1
        done
        r replicaof no one >/dev/null
        if [ "$(info persistence aof_enabled)" = 1 ]; then
          while [ "$(info persistence aof_rewrite_in_progress)$(info persistence aof_rewrite_scheduled)" != 00 ]; do sleep 0.1; done
          [ "$(info persistence aof_last_bgrewrite_status)" = ok ] || stop 'the append-only file was not written: a restart would bring back what was there before'
        fi
        r bgsave >/dev/null
        while [ "$(info persistence rdb_bgsave_in_progress)" != 0 ]; do sleep 0.1; done
        [ "$(info persistence rdb_last_bgsave_status)" = ok ] || stop 'the copy serves, and was not written to the disk: the log of the server says why'

        """;
}
