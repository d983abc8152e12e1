using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known.Packages;

namespace Seaworthy.Rules.Dependencies;

/// <summary>A Python package is pinned, and what it needs is not: today's release of that breaks it.</summary>
internal sealed class IncompatibleRelease : Rule<IReadOnlyList<IncompatibleRelease.OpenPair>>
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

    /// <summary>The lists of one directory, for production, tests and tools, name the same package for one reason.</summary>
    public override IEnumerable<IReadOnlyList<OpenPair>> Subjects(Deployment deployment) =>
        (
            from manifest in deployment.Of<Manifest>()
            where manifest.Ecosystem == Ecosystem.Python && !IsLocked(manifest, deployment)
            from pair in BrokenPair.All
            let package = manifest.Dependencies.FirstOrDefault(dependency =>
                dependency.Kind == DependencyKind.Runtime && IsOf(pair, dependency)
            )
            where package is not null
            select new OpenPair(manifest, package, pair)
        )
            .GroupBy(open => new { open.Manifest.File.Directory, open.Pair })
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<OpenPair> subject) =>
        new($"{subject[0].Manifest.File.Path}: {subject[0].Package.Name}", subject[0].Package.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<OpenPair> subject, Deployment deployment)
    {
        var broken = subject.Where(open => IsBroken(open, deployment)).ToList();
        if (broken is not [var (manifest, package, pair), ..])
        {
            yield break;
        }

        var named = package.Range is { } range ? $"{package.Name}{range}" : package.Name;
        var files = NameList.Of([.. broken.Select(open => open.Manifest.File.Path).Distinct(StringComparer.Ordinal)], 3);
        var message = $"{manifest.File.Path} installs `{named}` with any {pair.Dependency}; since {pair.Since} that makes {pair.Symptom}";
        yield return (
            broken.Exists(open => IsUsed(open, deployment))
                ? LikelyFail(package.Span, $"{message}.")
                : Warn(package.Span, $"{message}. Nothing here imports {package.Name} or installs the file.").As(Severity.Low)
        )
            .Related(broken.Skip(1).Select(open => open.Package.Span))
            .Related(manifest.FindDependency(pair.Dependency)?.Span)
            .Remedy(
                pair.Below is { } works
                    ? $"Use {package.Name} {works} or later in {package.Span}, or add `{pair.Dependency}<{pair.Since}`."
                    : $"Add `{pair.Dependency}<{pair.Since}` to {files}."
            )
            .Verify(
                $"git grep -niE {$"^{pair.Dependency} *[<=~]|^{package.Name}"} -- {manifest.File.Path}   # must show a bound, or a newer release"
            );
    }

    private static bool IsBroken(OpenPair open, Deployment deployment)
    {
        var (manifest, package, pair) = open;
        var needed = manifest.FindDependency(pair.Dependency);
        return pair.Holds(package)
            && (
                pair.Feature is not { } feature
                || needed is not null
                || package.Features.Contains(feature, StringComparer.OrdinalIgnoreCase)
            )
            && (needed is null || pair.IsOpen(needed))
            && !IsBoundElsewhere(manifest, pair, deployment);
    }

    /// <summary>Source beside or below the list imports the package, or something installs the list.</summary>
    private static bool IsUsed(OpenPair open, Deployment deployment)
    {
        var file = open.Manifest.File;
        var module = open.Pair.Package.Replace('-', '_');
        var code = deployment.Of<CodeFile>().Where(source => source.File.IsBelow(file.Directory)).ToList();
        return code.Count == 0
            || code.Where(source => source.Language == Language.Python)
                .SelectMany(source => source.Imports)
                .Any(import => string.Equals(import.Module.Split('.')[0], module, StringComparison.OrdinalIgnoreCase))
            || deployment.Images.Any(image => image.Stages.Any(stage => stage.Files.PathsOf(file.Path).Any()))
            || deployment.Commands.Any(site => IsInstall(site.Command) && site.Command.Span.Mentions(file.Name))
            || open.Manifest is not Requirements;
    }

    private static bool IsInstall(ShellCommand command) => command.Words.Any(word => word.Literal == "install" || word.Literal == "sync");

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
