using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Documents;

/// <summary>What a line of a document says a compose file is for. A line that mentions development and of production says neither.</summary>
internal static class ComposeDescriptions
{
    private static readonly string[] OfDevelopment =
    [
        "development",
        "local dev",
        "dev environment",
        "dev infrastructure",
        "dev stack",
        "entwicklung",
        "desarrollo",
        "desenvolvimento",
        "développement",
        "разработк",
        "开发",
        "開發",
        "開発",
        "개발",
    ];

    private static readonly char[] Between = [' ', '\t', '`', '"', '\'', '(', ')', '[', ']', '|', '*', ',', ':', '<', '>', '─'];

    private static readonly string[] OfServers = ["prod", "deploy", "staging", "self-host", "selfhost", "server"];

    public static ComposeDescription? Of(ReadOnlySpan<char> line, SourceSpan whole)
    {
        if (!line.Contains("compose", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var isOfDevelopment = Has(line, OfDevelopment);
        var paths = Paths(line.ToString()).ToHashSet(StringComparer.Ordinal);
        return isOfDevelopment == Has(line, OfServers) || paths.Count > 1
            ? null
            : new ComposeDescription(paths.FirstOrDefault() ?? "", isOfDevelopment, whole);
    }

    private static bool Has(ReadOnlySpan<char> line, string[] words)
    {
        foreach (var word in words)
        {
            if (line.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Paths(string line) =>
        line.Split(Between, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.TrimEnd('.'))
            .Where(word =>
                word.Contains("compose", StringComparison.OrdinalIgnoreCase)
                && (word.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || word.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
            );
}
