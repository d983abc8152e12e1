using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>A Python program imports, as its container starts, a package that the repository declares and the image does not install.</summary>
internal sealed class ImportNotInstalled : Rule<StartImports>
{
    private const int MostNames = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/import-not-installed",
            Title = "Imported package that the image does not install",
            Area = Area.Dependencies,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The image builds, and the program stops with `ModuleNotFoundError` as soon as its container starts; where all manifests are installed, it never happens.",
            Holds = "The image installs the packages that its program imports as it starts.",
        };

    public override IEnumerable<StartImports> Subjects(Deployment deployment) =>
        deployment.All<StartImports>().Where(imports => imports.Installs.Count > 0);

    protected override Subject Identify(StartImports subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(StartImports subject, Deployment deployment)
    {
        var missing = subject.Uninstalled.Where(package => subject.InstallsNothingElse || !package.IsCommonlyBrought).ToList();
        if (missing.Count == 0)
        {
            missing = [.. subject.Uninstalled];
        }

        if (missing.Count == 0)
        {
            yield break;
        }

        var first = missing[0];
        var names = NameList.Of([.. missing.Select(package => package.Package)], MostNames);
        var installed = subject.Manifests is [var manifest, ..] ? manifest.Path : "by name";
        var said =
            $"{subject.Subject} imports {first.Module} as it starts; {names} of {first.Declared.Span.File.Path} {(missing.Count == 1 ? "is" : "are")} not among what the image installs ({installed})";
        var why =
            subject.UnknownBecause ?? (first.IsCommonlyBrought && !subject.InstallsNothingElse ? "many packages bring it along" : null);
        if (why is not null)
        {
            yield return Unknown(first.Span, $"{said}; whether it is there all the same cannot be told: {why}.");
            yield break;
        }

        // What a distribution of Python brings along is known of few.
        yield return (
            subject.InstallsNothingElse
                ? Fail(first.Span, $"{said}: the program stops with `ModuleNotFoundError`.")
                : LikelyFail(first.Span, $"{said}: the program stops with `ModuleNotFoundError`, unless another package brings it.")
        )
            .Related(subject.Installs)
            .Related(first.Through, "loads it")
            .Related(missing.Skip(1).Take(MostNames - 1).Select(package => package.Span))
            .Related(first.Declared.Span, "declared here")
            .Remedy(
                subject.Manifests.Count > 0
                    ? $"Add {names} to `{installed}`, or install `{first.Declared.Span.File.Path}` in {subject.Image.Name}."
                    : $"Install `{first.Declared.Span.File.Path}` in {subject.Image.Name}."
            )
            .Verify($"docker run --rm --entrypoint python {BuiltImage.Built(subject.Image)} -c 'import {first.Module}'");
    }
}
