using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Configuration;

/// <summary>Reads <c>config/routes.yaml</c>, <c>config/services.yaml</c> and <c>config/packages/*.yaml</c> of Symfony: <c>%env(X)%</c> and routes.</summary>
/// <remarks>Source: Symfony documentation, "Configuration", "Environment Variable Processors", "Routing".</remarks>
internal sealed class SymfonyConfigurationReader : Reader
{
    private const string Mark = "%env(";

    public override bool Accepts(string path) =>
        (path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal))
        && (IsOfRoutes(path) || IsIn(path, "config/packages/") || IsIn(path, "config/services"));

    public override Artifact? Read(FileSyntax file)
    {
        var isOfRoutes = IsOfRoutes(file.File.Path);
        if (!isOfRoutes && !file.File.Text.Contains(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        // What holds in development and tests alone is served nowhere else.
        var entries = isOfRoutes
            ? (file.Yaml.Root?.Entries ?? []).Where(entry => entry.Value.Entries.Count > 0 && !IsForDevelopment(entry.Key)).ToList()
            : [];
        return new SymfonyConfiguration(file.File)
        {
            IsOfRoutes = isOfRoutes,
            EnvironmentReads = [.. Reads(file.File)],
            Paths = [.. entries.Select(entry => entry.Value["path"]?.Fact).OfType<Fact<string>>()],
            Imports = [.. entries.Select(Import).OfType<SymfonyRouteImport>()],
        };
    }

    private static SymfonyRouteImport? Import(NodeEntry entry)
    {
        var resource = entry.Value["resource"];
        var text = resource?.Text ?? resource?["path"]?.Text;
        return text is null ? null : new SymfonyRouteImport(text, entry.Value["type"]?.Text, entry.Value["prefix"]?.Fact, entry.Span);
    }

    private static IEnumerable<EnvironmentRead> Reads(SourceFile file)
    {
        for (
            var at = file.Text.IndexOf(Mark, StringComparison.Ordinal);
            at >= 0;
            at = file.Text.IndexOf(Mark, at + 1, StringComparison.Ordinal)
        )
        {
            var start = at + Mark.Length;
            var end = file.Text.IndexOf(')', start);
            if (end < 0 || end - start > 200 || IsComment(file, at))
            {
                continue;
            }

            // Processors are in front: %env(default:fallback:int:PORT)%.
            var parts = file.Text[start..end].Split(':');
            SourceSpan span = new(file, at, end - at + 1);
            yield return new EnvironmentRead(parts[^1], null, parts.Contains("default") ? Demand.Optional : Demand.Expected, span)
            {
                Schema = "symfony",
            };
        }
    }

    private static bool IsComment(SourceFile file, int at) => file.Lines.TextOf(file.Lines.LineAt(at)).AsSpan().TrimStart() is ['#', ..];

    private static bool IsForDevelopment(string key) => key is "when@dev" or "when@test";

    private static bool IsOfRoutes(string path) =>
        !IsIn(path, "config/routes/dev/")
        && !IsIn(path, "config/routes/test/")
        && (IsIn(path, "config/routes/") || IsIn(path, "config/routes.y"));

    private static bool IsIn(string path, string start) =>
        path.StartsWith(start, StringComparison.Ordinal) || path.Contains("/" + start, StringComparison.Ordinal);
}
