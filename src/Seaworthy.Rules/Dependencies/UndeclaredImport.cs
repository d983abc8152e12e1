using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>Source imports a package that no manifest declares.</summary>
internal sealed class UndeclaredImport : Rule<PackageImports>
{
    private const int MostPlaces = 5;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/undeclared-import",
            Title = "Undeclared dependency",
            Area = Area.Dependencies,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "A fresh installation lacks the package, so the import fails everywhere except on the author's machine.",
            Holds = "Every imported package is declared.",
        };

    public override IEnumerable<PackageImports> Subjects(Deployment deployment) =>
        deployment.All<PackageImports>().Where(imports => imports.Manifest is not null);

    protected override Subject Identify(PackageImports subject) =>
        new(subject.Component.Title, (subject.Manifest?.File ?? subject.Component.Code[0].File).Whole);

    protected override IEnumerable<Verdict> Check(PackageImports subject, Deployment deployment)
    {
        if (subject.IsForOtherSource)
        {
            return [OfOtherSource(subject)];
        }

        return subject.Undeclared.Select(package => Of(subject, package));
    }

    private Verdict Of(PackageImports subject, UndeclaredPackage package)
    {
        var manifest = subject.Manifest?.File.Path ?? "";
        var count = package.Places.Count == 1 ? "" : $" in {package.Places.Count} places";
        var said =
            $"{subject.Component.Title} imports `{package.Module}`{count}, but {manifest} does not declare {(package.Package == package.Module ? "it" : package.Package)}";
        var verdict = (package.StopsProgram, package.MayBeThereBecause) switch
        {
            // The dependencies of Python packages are mostly unknown, and so are npm's without a lock file.
            (true, null) when !subject.IsLocked => Warn(
                    package.Places[0],
                    $"{said}. The import fails unless another package depends on it."
                )
                .As(Severity.Medium),
            (true, null) => Fail(package.Places[0], $"{said}."),
            (_, { } why) => Unknown(package.Places[0], $"{said}; unknown whether it is installed anyway: {why}."),
            _ when package.IsUnreached => Unknown(
                package.Places[0],
                $"{said}; unknown whether it is used: nothing was seen to import {package.Places[0].File.Path}."
            ),
            _ => Warn(package.Places[0], $"{said}. The import fails if it runs.").As(Severity.Medium),
        };
        return verdict
            .On(package.Package)
            .Related(package.Places.Skip(1).Take(MostPlaces - 1))
            .Related(subject.Manifest?.File.Whole, "does not declare it")
            .Remedy($"Add `{package.Package}` to `{manifest}`.")
            .VerifyGoneOr($"git grep -nF -e {package.Package} -- {manifest}");
    }

    private Verdict OfOtherSource(PackageImports subject)
    {
        var manifest = subject.Manifest?.File.Path ?? "";
        var names = string.Join(", ", subject.Undeclared.Take(MostPlaces).Select(package => package.Package));
        return Warn(
                subject.Undeclared[0].Places[0],
                $"{subject.Component.Title} imports {subject.Undeclared.Count} packages that {manifest} does not declare ({names}…), and only {subject.Declared} that it does."
            )
            .As(Severity.Medium)
            .Related(subject.Undeclared.Skip(1).Take(MostPlaces - 1).Select(package => package.Places[0]))
            .Related(subject.Manifest?.File.Whole, "does not declare them")
            .Remedy($"Declare the packages in `{manifest}`, or delete the source if nothing runs it.")
            .VerifyGoneOr($"git grep -nF -e {subject.Undeclared[0].Package} -- {manifest}");
    }
}
