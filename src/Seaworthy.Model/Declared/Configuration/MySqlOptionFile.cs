using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Configuration;

/// <summary>Options of a MySQL server in a file: <c>my.cnf</c>, <c>conf.d/shop.cnf</c>.</summary>
/// <remarks>Source: MySQL Reference Manual, "Using Option Files".</remarks>
public sealed record MySqlOptionFile(SourceFile File) : Artifact(File)
{
    /// <summary>The options of the server with their lines; names are written with dashes.</summary>
    public IReadOnlyList<Fact<string>> Options { get; init; } = [];

    /// <summary>The options for the server in a text, and where in it each line begins.</summary>
    public static IEnumerable<(string Name, int Start, int Length)> OptionsIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isForServer = false;
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            var line = text[start..end].Trim();
            if (line is ['[', ..])
            {
                isForServer = line.TrimEnd(']') is "[mysqld" or "[server";
            }
            else if (isForServer && line is [not ('#' or ';' or '!'), ..])
            {
                yield return (
                    line.Split('=', ' ', '\t')[0].Replace('_', '-'),
                    start + text[start..end].IndexOf(line[0], StringComparison.Ordinal),
                    line.Length
                );
            }
        }
    }
}
