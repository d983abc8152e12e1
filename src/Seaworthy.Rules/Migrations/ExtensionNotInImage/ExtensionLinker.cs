using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Declared.Sql;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>Extensions that scripts create in the PostgreSQL servers of targets.</summary>
/// <remarks>Source: PostgreSQL documentation, "CREATE EXTENSION"; Docker Hub: postgres, "Initialization scripts".</remarks>
internal static class ExtensionLinker
{
    public static IReadOnlyList<ExtensionUse> Link(Deployment deployment)
    {
        var created = deployment
            .Artifacts.Where(artifact => artifact is SqlScript or MigrationFile { IsUp: true })
            .Select(artifact => artifact.File)
            .Distinct()
            .SelectMany(CreatedExtensions.In)
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
    /// Another server of the target has the extension: migrations that need it are most likely for that one. A loose script, which no
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

    /// <summary>The workload has the file among its source, and its variables name the store.</summary>
    private static bool Uses(Workload user, Workload store, SourceFile file) =>
        user != store
        && user.Components.Any(component => RepositoryPath.Inside(component.Root, file.Path) is not null)
        && user.Supplied.Any(variable => variable.Value.Outline is { } value && Names(value, store));

    private static bool Names(string value, Workload store) =>
        value == store.Name
        || value.Contains($"@{store.Name}:", StringComparison.Ordinal)
        || value.Contains($"@{store.Name}/", StringComparison.Ordinal)
        || value.Contains($"//{store.Name}:", StringComparison.Ordinal);
}
