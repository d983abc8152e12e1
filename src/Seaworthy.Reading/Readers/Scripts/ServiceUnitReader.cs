using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;
using Seaworthy.Reading.Formats.Shell;

namespace Seaworthy.Reading.Readers.Scripts;

/// <summary>Reads units of systemd that start a service, and jobs of Upstart.</summary>
/// <remarks>Sources: systemd.service(5), "ExecStart=" and its special prefixes; systemd.exec(5), "ReadWritePaths=" ("-" ignores a path that is missing); Upstart Cookbook.</remarks>
internal sealed class ServiceUnitReader : Reader
{
    private static readonly char[] Marks = ['@', '-', ':', '+', '!', '|'];

    public override bool Accepts(string path) =>
        path.EndsWith(".service", StringComparison.Ordinal)
        || (path.EndsWith(".conf", StringComparison.Ordinal) && path.Contains("upstart/", StringComparison.Ordinal))
        || (path.EndsWith(".conf", StringComparison.Ordinal) && path.Contains("etc/init/", StringComparison.Ordinal));

    public override Artifact? Read(FileSyntax file)
    {
        var isUpstart = file.File.Name.EndsWith(".conf", StringComparison.Ordinal);
        var pairs = SourceLine
            .Of(file.File)
            .Where(line => line.Trimmed is [not '#' and not ';' and not '[', ..])
            .Select(line => PairOf(line, isUpstart ? ' ' : '='))
            .OfType<UnitPair>()
            .ToList();
        var commands = pairs
            .Where(pair => pair.Key is "ExecStart" or "ExecStartPre" or "exec")
            .Select(pair => CommandOf(pair.Value))
            .ToList();
        return commands.Count == 0
            ? null
            : new ServiceUnit(file.File)
            {
                Commands = commands,
                Directory = Last(pairs, isUpstart ? "chdir" : "WorkingDirectory"),
                SandboxPaths =
                [
                    .. pairs
                        .Where(pair => pair.Key is "ReadWritePaths" or "ReadOnlyPaths" or "BindPaths" or "ReadWriteDirectories")
                        .SelectMany(pair => Words(pair.Value))
                        .Where(path => path.Value is ['/', ..] && !path.Value.Contains('%', StringComparison.Ordinal))
                        .Select(path => path with { Value = path.Value.Split(':')[0].TrimEnd('/') }),
                ],
                RuntimeDirectories =
                [
                    .. pairs.Where(pair => pair.Key == "RuntimeDirectory").SelectMany(pair => Words(pair.Value)).Select(word => word.Value),
                ],
                Restart = Last(pairs, "Restart"),
            };
    }

    private static Fact<string>? Last(List<UnitPair> pairs, string key) => pairs.FindLast(pair => pair.Key == key)?.Value;

    private static UnitPair? PairOf(SourceLine line, char sign)
    {
        var at = line.Text.IndexOf(sign, line.Indent);
        return at > 0 && line.FactOf(at + 1, line.Text.Length) is { } value ? new UnitPair(line.Text[..at].Trim(), value) : null;
    }

    private static PlatformCommand CommandOf(Fact<string> value)
    {
        var text = value.Value.TrimStart(Marks);
        var start = value.Span.Start + value.Value.Length - text.Length;
        var bare = text.TrimEnd('\\');
        return new PlatformCommand(
            new Fact<string>(bare, new SourceSpan(value.Span.File, start, bare.Length)),
            ShellParser.Parse(new MappedText(bare, value.Span.File, [new MappedSegment(0, start)]))
        );
    }

    private static IEnumerable<Fact<string>> Words(Fact<string> value)
    {
        for (var at = 0; at < value.Value.Length; )
        {
            var end = value.Value.AsSpan(at).IndexOfAny(' ', '\t');
            end = end < 0 ? value.Value.Length : at + end;
            if (end > at)
            {
                yield return new Fact<string>(value.Value[at..end], new SourceSpan(value.Span.File, value.Span.Start + at, end - at));
            }

            at = end + 1;
        }
    }

    private sealed record UnitPair(string Key, Fact<string> Value);
}
