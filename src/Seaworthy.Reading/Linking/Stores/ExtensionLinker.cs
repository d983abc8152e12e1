using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Declared.Sql;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Stores;

/// <summary>Extensions that are created in the PostgreSQL servers which targets run.</summary>
/// <remarks>Source: PostgreSQL documentation, "CREATE EXTENSION"; Docker Hub: postgres, "Initialization scripts".</remarks>
internal static class ExtensionLinker
{
    private const string Statement = "create extension";

    public static IReadOnlyList<ExtensionUse> Link(Deployment deployment)
    {
        var created = deployment
            .Artifacts.Where(artifact => artifact is SqlScript or MigrationFile { IsUp: true })
            .Select(artifact => artifact.File)
            .Distinct()
            .SelectMany(Created)
            .Where(extension => PostgresExtensions.Knows(extension.Value))
            .ToList();
        var run = deployment.Artifacts.OfType<MigrationFile>().Select(migration => migration.File).ToHashSet();
        return created.Count == 0
            ? []
            :
            [
                .. from target in deployment.Targets
                from store in target.Workloads
                where store is { Image: null, Public.Name: "postgres" }
                from extension in created
                where
                    IsFirstScript(store, extension.Span.File.Path)
                    || (
                        !(run.Contains(extension.Span.File) ? [target] : deployment.Targets).Any(place =>
                            IsHeldByAnother(place, store, extension.Value)
                        ) && target.Workloads.Any(user => Uses(user, store, extension.Span.File))
                    )
                select new ExtensionUse(extension, store, IsOfficial(store) ? PostgresExtensions.HeldBy(extension.Value) : null),
            ];
    }

    /// <summary>
    /// Another server of the target holds the extension: migrations that need it are most likely for that one. A loose script, which no
    /// tool runs in order, may be for the server of any target.
    /// </summary>
    private static bool IsHeldByAnother(Target target, Workload store, string extension) =>
        PostgresExtensions.HeldBy(extension) is { } image
        && target.Workloads.Any(other => other != store && other.Reference?.Value.Text?.Contains(image, StringComparison.Ordinal) is true);

    private static bool IsOfficial(Workload workload) =>
        workload.Reference?.Value.Text is { } text && ImageReference.Parse(text) is { IsOfficial: true };

    private static bool IsFirstScript(Workload store, string path) =>
        store.Mounts.Any(mount =>
            mount.Path.StartsWith("/docker-entrypoint-initdb.d", StringComparison.Ordinal)
            && mount.Source is { } source
            && RepositoryPath.Inside(source, path) is not null
        );

    /// <summary>The workload has the file among its source, and is given the address of the store.</summary>
    private static bool Uses(Workload user, Workload store, SourceFile file) =>
        user != store
        && user.Components.Any(component => RepositoryPath.Inside(component.Root, file.Path) is not null)
        && user.Supplied.Any(variable => variable.Value.Outline is { } value && Names(value, store));

    private static bool Names(string value, Workload store) =>
        value == store.Name
        || value.Contains($"@{store.Name}:", StringComparison.Ordinal)
        || value.Contains($"@{store.Name}/", StringComparison.Ordinal)
        || value.Contains($"//{store.Name}:", StringComparison.Ordinal);

    /// <summary>Where the statement is guarded against its failure, it is nobody's fault that it fails.</summary>
    private static IEnumerable<Fact<string>> Created(SourceFile file)
    {
        var text = file.Text;
        if (
            text.Contains("pg_available_extensions", StringComparison.OrdinalIgnoreCase)
            || text.Contains("exception when", StringComparison.OrdinalIgnoreCase)
        )
        {
            yield break;
        }

        for (
            var at = text.IndexOf(Statement, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(Statement, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            if (!IsComment(text, at) && Name(text.AsSpan(at + Statement.Length)) is { Length: > 0 } name)
            {
                yield return new Fact<string>(name, new SourceSpan(file, at, Statement.Length));
            }
        }
    }

    private static bool IsComment(string text, int at)
    {
        var line = text.AsSpan(text.LastIndexOf('\n', at) + 1).TrimStart();
        return line.StartsWith("--") || line.StartsWith("#") || line.StartsWith("//") || line.StartsWith("*");
    }

    private static string Name(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        const string Guard = "if not exists";
        rest = rest.StartsWith(Guard, StringComparison.OrdinalIgnoreCase) ? rest[Guard.Length..].TrimStart() : rest;
        rest = rest.TrimStart("\\\"'");
        var end = 0;
        while (end < rest.Length && (char.IsAsciiLetterOrDigit(rest[end]) || rest[end] is '_' or '-'))
        {
            end++;
        }

        return rest[..end].ToString();
    }
}
