using System.Text.RegularExpressions;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Code;

/// <summary>The name that keeps what is read from the environment, by the line of the read.</summary>
internal static partial class SettingHolders
{
    private static readonly HashSet<string> OfEveryTable = new(StringComparer.Ordinal)
    {
        "url",
        "uri",
        "host",
        "hostname",
        "address",
        "addr",
        "endpoint",
        "dsn",
        "default",
    };

    /// <summary><c>REDIS_URL = os.environ…</c>, <c>RedisURL: getEnv(…)</c>; for a name that every table has (<c>redis: { url: … }</c>) that of the table.</summary>
    public static Fact<string>? Of(SourceSpan read)
    {
        var depth = Depth(read.File, read.StartLine);
        var name = At(read.File, read.StartLine);
        for (var above = read.StartLine - 1; name is { } held && OfEveryTable.Contains(held.Value) && above > 0; above--)
        {
            var line = read.File.Lines.TextOf(above);
            if (!string.IsNullOrWhiteSpace(line) && Depth(read.File, above) < depth)
            {
                return line.TrimEnd() is [.., '{' or '(' or ':'] ? At(read.File, above) : null;
            }
        }

        return name;
    }

    private static Fact<string>? At(SourceFile file, int line) =>
        Holding().Match(file.Lines.TextOf(line)).Groups["name"] is { Success: true } name
            ? new Fact<string>(name.Value, new SourceSpan(file, file.Lines.StartOf(line) + name.Index, name.Length))
            : null;

    private static int Depth(SourceFile file, int line) => file.Lines.TextOf(line) is var text ? text.Length - text.TrimStart().Length : 0;

    [GeneratedRegex(
        @"^\s*(?:(?:export|const|let|var|static|public|private|protected|readonly|final)\s+)*(?:(?:self|this|[a-z]\w*)\.)?[""']?(?<name>[A-Za-z_]\w*)[""']?\s*(?::=|=(?![=>])|:(?!:))"
    )]
    private static partial Regex Holding();
}
