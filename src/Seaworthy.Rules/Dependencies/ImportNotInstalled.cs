using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>A Python program imports at start a package that the repository declares and the image does not install.</summary>
internal sealed class ImportNotInstalled : Rule<StartImports>
{
    private const int MostNames = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/import-not-installed",
            Title = "Dependency missing in image",
            Area = Area.Dependencies,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The image builds, but the program fails with `ModuleNotFoundError` when its container starts.",
            Holds = "The image installs the packages that its program imports at start.",
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
        var installed = subject.Manifests is [var manifest, ..] ? manifest.Path : "packages by name";
        var said =
            $"{subject.Subject} imports `{first.Module}` at start, but the image installs {installed} without {names} (declared in {first.Declared.Span.File.Path})";
        var why = subject.UnknownBecause ?? (first.IsCommonlyBrought && !subject.InstallsNothingElse ? "many packages depend on it" : null);
        if (why is not null)
        {
            yield return Unknown(first.Span, $"{said}; unknown whether it is there anyway: {why}.");
            yield break;
        }

        // The dependencies of Python packages are mostly unknown.
        yield return (
            subject.InstallsNothingElse
                ? Fail(first.Span, $"{said}.")
                : LikelyFail(first.Span, $"{said}, unless another package depends on it.")
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
