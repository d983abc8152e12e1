using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Packages;

namespace Seaworthy.Rules.Dependencies;

/// <summary>A Python package is pinned, and what it needs is not: today's release of that breaks it.</summary>
internal sealed class IncompatibleRelease : Rule<IncompatibleRelease.OpenPair>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/incompatible-release",
            Title = "Incompatible unpinned dependency",
            Area = Area.Dependencies,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The next installation takes the newest release of the dependency, and the program fails although nothing in the repository changed.",
            Holds = "The releases that the manifest allows work together, as far as is known.",
        };

    public override IEnumerable<OpenPair> Subjects(Deployment deployment) =>
        from manifest in deployment.Of<Manifest>()
        where manifest.Ecosystem == Ecosystem.Python && !IsLocked(manifest, deployment)
        from pair in BrokenPair.All
        let package = manifest.Dependencies.FirstOrDefault(dependency =>
            dependency.Kind == DependencyKind.Runtime && IsOf(pair, dependency)
        )
        where package is not null
        select new OpenPair(manifest, package, pair);

    protected override Subject Identify(OpenPair subject) =>
        new($"{subject.Manifest.File.Path}: {subject.Package.Name}", subject.Package.Span);

    protected override IEnumerable<Verdict> Check(OpenPair subject, Deployment deployment)
    {
        var (manifest, package, pair) = subject;
        var needed = manifest.FindDependency(pair.Dependency);
        if (
            !pair.Holds(package)
            || (pair.Feature is { } feature && needed is null && !package.Features.Contains(feature, StringComparer.OrdinalIgnoreCase))
            || (needed is not null && !pair.IsOpen(needed))
            || IsBoundElsewhere(manifest, pair, deployment)
        )
        {
            yield break;
        }

        var named = package.Range is { } range ? $"{package.Name}{range}" : package.Name;
        yield return LikelyFail(
                package.Span,
                $"{manifest.File.Path} installs `{named}` with any {pair.Dependency}; since {pair.Since} that makes {pair.Symptom}."
            )
            .Related(needed?.Span)
            .Remedy(
                pair.Below is { } works
                    ? $"Use {package.Name} {works} or later in {package.Span}, or add `{pair.Dependency}<{pair.Since}`."
                    : $"Add `{pair.Dependency}<{pair.Since}` to {manifest.File.Path}."
            )
            .Verify(
                $"git grep -niE {$"^{pair.Dependency} *[<=~]|^{package.Name}"} -- {manifest.File.Path}   # must show a bound, or a newer release"
            );
    }

    private static bool IsOf(BrokenPair pair, Dependency dependency) => Dependency.PythonName(dependency.Name) == pair.Package;

    /// <summary>An installation takes what the lock file says.</summary>
    private static bool IsLocked(Manifest manifest, Deployment deployment) =>
        manifest is not Requirements && deployment.In<LockFile>(manifest.File.Directory).Any(file => file.Ecosystem == Ecosystem.Python);

    // Another list of the directory, such as constraints, may hold the other one back.
    private static bool IsBoundElsewhere(Manifest manifest, BrokenPair pair, Deployment deployment) =>
        deployment
            .In<Manifest>(manifest.File.Directory)
            .Any(other =>
                other != manifest
                && other.Ecosystem == Ecosystem.Python
                && other.FindDependency(pair.Dependency) is { } found
                && !pair.IsOpen(found)
            );

    /// <summary>A package in a manifest, and what breaks it.</summary>
    internal sealed record OpenPair(Manifest Manifest, Dependency Package, BrokenPair Pair);
}
