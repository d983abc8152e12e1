using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>pnpm-workspace.yaml or lerna.json: which directories hold packages.</summary>
public sealed record PnpmWorkspace(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<Fact<string>> Packages { get; init; } = [];

    /// <summary><c>linkWorkspacePackages</c>: whether a plain range is met by a package of the workspace.</summary>
    public Fact<string>? LinksPackages { get; init; }

    /// <summary>It has ranges replaced, of whatever packages.</summary>
    public bool HasOverrides => File.Text.Contains("overrides:", StringComparison.Ordinal);

    /// <summary>Whether its patterns name a directory; one that begins with <c>!</c> takes directories out.</summary>
    public bool Names(string directory)
    {
        var inside = RepositoryPath.Inside(File.Directory, directory);
        return inside is { Length: > 0 }
            && Matching(inside, Packages.Where(pattern => pattern.Value is not ['!', ..]).Select(pattern => pattern.Value))
            && !Matching(inside, Packages.Where(pattern => pattern.Value is ['!', ..]).Select(pattern => pattern.Value[1..]));
    }

    /// <summary>A pattern names directories, not what lies below them.</summary>
    private static bool Matching(string directory, IEnumerable<string> patterns) =>
        patterns.Any(pattern =>
            PathGlob.Parse(pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern) is { } glob
            && glob.Matches(directory)
            && (pattern.Contains("**", StringComparison.Ordinal) || pattern.TrimEnd('/').Split('/').Length >= directory.Split('/').Length)
        );
}
