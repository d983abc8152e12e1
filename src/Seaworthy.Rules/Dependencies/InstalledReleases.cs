using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Dependencies;

/// <summary>The releases that an installation takes of a package which a manifest names: those of the lock file that its range allows, else the one number that it writes.</summary>
/// <remarks>Sources: npm, "package-lock.json"; pnpm, "pnpm-lock.yaml"; Composer, "composer.lock".</remarks>
internal static class InstalledReleases
{
    /// <summary>Each with its place; none where several may be meant.</summary>
    public static IReadOnlyList<Fact<string>> Of(Manifest manifest, Dependency dependency, Deployment deployment)
    {
        if (dependency is not { Source: DependencySource.Registry, RealName: null, Range: { Length: > 0 } range })
        {
            return [];
        }

        // A manifest that writes one number has that release, whatever a lock file of earlier times keeps.
        var exact = Exact(range) is { } number ? new Fact<string>(number, dependency.Span) : null;
        if (LockOf(manifest, deployment) is not { } locked)
        {
            return exact is null ? [] : [exact];
        }

        IReadOnlyList<Fact<string>> kept = VersionRange.Parse(range, "node") is { } allowed
            ?
            [
                .. LockedReleases
                    .Of(locked, dependency.Name)
                    .Where(release => VersionLine.Parse(release.Value) is { } line && allowed.Accepts(line)),
            ]
            : [];
        return kept.Count == 0 && exact is not null ? [exact] : kept;
    }

    /// <summary>The first number of the releases, where all have the same: <c>^10.0.0</c> says as much as a lock file.</summary>
    public static int? MajorOf(Manifest manifest, Dependency dependency, Deployment deployment)
    {
        var majors = Of(manifest, dependency, deployment)
            .Select(release => VersionLine.Parse(release.Value)?.MajorVersion ?? 0)
            .Distinct()
            .ToList();
        return majors.Count == 1 ? majors[0]
            : majors.Count == 0
            && LockOf(manifest, deployment) is null
            && dependency is { Source: DependencySource.Registry, RealName: null, Range: ['^' or '~', .. var rest] }
            && Exact(rest) is { } lowest
                ? VersionLine.Parse(lowest)?.MajorVersion
            : null;
    }

    private static LockFile? LockOf(Manifest manifest, Deployment deployment) =>
        manifest.Ecosystem is Ecosystem.Npm or Ecosystem.Composer
            ? RepositoryPath
                .Ancestors(manifest.File.Directory)
                .SelectMany(deployment.In<LockFile>)
                .FirstOrDefault(file => file.Ecosystem == manifest.Ecosystem)
            : null;

    /// <summary><c>1.4.1</c>, <c>==1.4.1</c>, <c>v1.4.1</c>; null for what leaves a choice.</summary>
    private static string? Exact(string range)
    {
        var number = range.TrimStart('=', 'v', ' ').TrimEnd();
        return number.Contains('.', StringComparison.Ordinal) && number.All(letter => char.IsAsciiDigit(letter) || letter == '.')
            ? number
            : null;
    }
}
