using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>Source imports a package that no manifest asks for.</summary>
internal sealed class UndeclaredImport : Rule<PackageImports>
{
    private const int MostPlaces = 5;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/undeclared-import",
            Title = "Imported package that no manifest declares",
            Area = Area.Dependencies,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "A fresh installation lacks the package: what works on the author's machine stops with an import error everywhere else.",
            Holds = "Every package that the source imports is declared.",
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
        var said = $"{subject.Component.Title} imports {package.Module}{count}, and {manifest} does not declare {package.Package}";
        var verdict = (package.StopsProgram, package.MayBeThereBecause) switch
        {
            // What a distribution of Python brings along is known of few, and so is what npm puts beside another package where no lock file tells.
            (true, null) when !subject.IsLocked => Warn(
                package.Places[0],
                $"{said}: the program stops when it loads the import, unless another package brings it."
            ),
            (true, null) => Fail(package.Places[0], $"{said}: the program stops when it loads the import."),
            (_, { } why) => Unknown(package.Places[0], $"{said}; it works only as long as {why}."),
            _ when package.IsUnreached => Unknown(
                package.Places[0],
                $"{said}; nothing was seen to import {package.Places[0].File.Path}, so whether that ever runs cannot be told."
            ),
            _ => Warn(package.Places[0], $"{said}: the import fails where it runs.").As(Severity.Medium),
        };
        return verdict
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
                $"{subject.Component.Title} imports {subject.Undeclared.Count} packages that {manifest} does not declare ({names}…), and {subject.Declared} that it does."
            )
            .As(Severity.Medium)
            .Related(subject.Undeclared.Skip(1).Take(MostPlaces - 1).Select(package => package.Places[0]))
            .Related(subject.Manifest?.File.Whole, "does not declare them")
            .Remedy($"Declare the packages in `{manifest}`, or delete the source if nothing runs it.")
            .VerifyGoneOr($"git grep -nF -e {subject.Undeclared[0].Package} -- {manifest}");
    }
}
