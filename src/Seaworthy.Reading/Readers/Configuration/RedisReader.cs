using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Interpolation;
using Seaworthy.Reading.Formats.Lines;

namespace Seaworthy.Reading.Readers.Configuration;

/// <summary>Reads configurations of Redis, Valkey and Sentinel: a word and its values in each line.</summary>
/// <remarks>Source: Redis documentation, "Redis configuration": there are no variables of the environment in it; <c>redis.conf</c> of the distribution.</remarks>
internal sealed class RedisReader : Reader
{
    // Words that only such a file has.
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "requirepass",
        "masterauth",
        "appendonly",
        "appendfsync",
        "maxmemory",
        "maxmemory-policy",
        "dbfilename",
        "tcp-keepalive",
        "protected-mode",
        "replicaof",
        "rename-command",
        "sentinel",
        "stop-writes-on-bgsave-error",
        "rdbcompression",
    };

    // Numbers, sizes and choices: the server ends when the value is none.
    private static readonly HashSet<string> Checked = new(StringComparer.OrdinalIgnoreCase)
    {
        "port",
        "tls-port",
        "maxmemory",
        "maxmemory-policy",
        "maxclients",
        "databases",
        "timeout",
        "tcp-keepalive",
        "tcp-backlog",
        "appendonly",
        "appendfsync",
        "protected-mode",
        "loglevel",
    };

    public override bool Accepts(string path) => path.EndsWith(".conf", StringComparison.Ordinal);

    public override Artifact? Read(FileSyntax file)
    {
        List<RedisSetting> settings = [.. SourceLine.Of(file.File).Select(Setting).OfType<RedisSetting>()];
        return
            settings.Count(setting => Own.Contains(setting.Name)) < 2 || settings.Exists(setting => setting.Values.Value[^1] is ';' or '{')
            ? null
            : new RedisFile(file.File)
            {
                RequirePass = settings
                    .Where(setting => setting.Name == "requirepass" && setting.Values.Value is not "\"\"")
                    .Select(setting => new Fact<string>("requirepass", setting.Values.Span))
                    .LastOrDefault(),
                EvictionPolicy = settings
                    .Where(setting => setting.Name == "maxmemory-policy")
                    .Select(setting => setting.Values)
                    .LastOrDefault(),
                HasMemoryLimit = settings.LastOrDefault(setting => setting.Name == "maxmemory") is { Values.Value: not "0" },
                EnvironmentHoles =
                [
                    .. from setting in settings
                    from hole in EnvironmentHoles.Find(setting.Values.Value)
                    select new EnvironmentHole(
                        hole.Name,
                        hole.HasDefault,
                        setting.Name,
                        new SourceSpan(file.File, setting.Values.Span.Start + hole.Start, hole.Name.Length + 3)
                    )
                    {
                        IsRefused = Checked.Contains(setting.Name),
                    },
                ],
            };
    }

    private static RedisSetting? Setting(SourceLine line)
    {
        var text = line.Text.TrimStart();
        var start = line.Text.Length - text.Length;
        var end = text.AsSpan().IndexOfAny(' ', '\t');
        return text is ['#', ..] || end <= 0 || line.FactOf(start + end, line.Text.Length) is not { } values
            ? null
            : new RedisSetting(text[..end].ToLowerInvariant(), values);
    }

    private sealed record RedisSetting(string Name, Fact<string> Values);
}
