using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Migrations;

/// <summary>The directories that alembic.ini names, held against those that hold migrations.</summary>
/// <remarks>Source: Alembic documentation, "Tutorial", "The Migration Environment": <c>script_location</c> holds env.py and, unless <c>version_locations</c> says otherwise, <c>versions</c>.</remarks>
internal static class ScriptLocations
{
    /// <summary>The line that names another directory than the one of this series; null when something may read it: a configuration that names it, or an environment of its own.</summary>
    public static SourceSpan? Without(Deployment deployment, string series)
    {
        var configurations = deployment
            .Of<MigrationConfiguration>()
            .Where(file => file.Tool == MigrationTool.Alembic && file.File.Name.EndsWith(".ini", StringComparison.Ordinal))
            .ToList();
        var above = RepositoryPath.Ancestors(series).ToHashSet(StringComparer.Ordinal);
        return
            configurations.Exists(file =>
                file.Directory is null || HasOtherLocations(file) || Named(file) is not { } named || above.Contains(named)
            ) || above.Any(directory => directory.Length > 0 && deployment.Tree.Has(directory + "/env.py"))
            ? null
            : configurations.Find(file => above.Contains(file.File.Directory))?.Directory?.Span;
    }

    /// <summary>It is beside the directory that Alembic reads, <c>versions</c>, and no configuration names other ones.</summary>
    public static bool IsParked(Deployment deployment, MigrationFile file) =>
        file.Tool == MigrationTool.Alembic
        && file.File.Directory is var directory
        && RepositoryPath.NameOf(directory) != "versions"
        && RepositoryPath.Parent(directory) is var above
        && deployment.Tree.HasFile(RepositoryPath.Join(above, "env.py") ?? "")
        && deployment.Tree.HasDirectory(RepositoryPath.Join(above, "versions") ?? "")
        && !deployment.Of<MigrationConfiguration>().Any(HasOtherLocations);

    // A package (shop:migrations) and a computed path may be anywhere.
    private static string? Named(MigrationConfiguration file) =>
        file.Directory is { Value: var named } && !named.AsSpan().ContainsAny(':', '%', '$')
            ? RepositoryPath.Join(file.File.Directory, named)?.TrimEnd('/')
            : null;

    private static bool HasOtherLocations(MigrationConfiguration file) =>
        file.File.Text.Split('\n').Any(line => line.StartsWith("version_locations", StringComparison.Ordinal));
}
