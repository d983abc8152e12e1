using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A program is started as a lone module, and imports as a part of a package.</summary>
internal sealed class RelativeImportOutsidePackage : Rule<StartImports>
{
    private const int MostPlaces = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/relative-import-outside-package",
            Title = "Relative import outside package",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "Python rejects the import, and the program exits as soon as its container starts.",
            Holds = "The relative imports of the program stay inside its package.",
        };

    public override IEnumerable<StartImports> Subjects(Deployment deployment) =>
        deployment.All<StartImports>().Where(start => !start.IsScript);

    protected override Subject Identify(StartImports subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(StartImports subject, Deployment deployment)
    {
        if (subject.Outside is not [var first, ..])
        {
            yield break;
        }

        var place = first.Package.Length == 0 ? "a top-level module" : $"a module of the package {first.Package}";
        var said = $"{subject.Subject} loads {first.File} as {place}, where `{first.Module}` does not resolve";
        if (subject.MovedBecause is { } why)
        {
            yield return Unknown(first.Span, $"{said}; unknown whether it is loaded another way: {why}.");
            yield break;
        }

        var error = first.Package.Length == 0 ? "with no known parent package" : "beyond top-level package";
        var message = $"{said}: `ImportError: attempted relative import {error}`.";
        yield return (subject.Image.Build.IsAssumed ? Warn(first.Span, message).As(Severity.Medium) : Fail(first.Span, message))
            .Related(first.Through, "loads it")
            .Related(subject.Span, "starts the program")
            .Related(subject.Outside.Skip(1).Take(MostPlaces).Select(import => import.Span))
            .Remedy("Start the program from the parent directory as part of its package (`package.module`), or import without the dots.")
            .Verify($"docker run --rm {BuiltImage.Built(subject.Image)}   # must not end with ImportError");
    }
}
