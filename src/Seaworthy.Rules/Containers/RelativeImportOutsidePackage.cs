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
            Title = "Relative import outside of a package",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "Python refuses the import, and the program stops as soon as its container starts, again and again.",
            Holds = "The relative imports of the program stay inside the package that it is started in.",
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

        var place = first.Package.Length == 0 ? "a module outside of every package" : $"a module of the package {first.Package}";
        var said = $"{subject.Subject} loads {first.File} as {place}, where `{first.Module}` means nothing";
        if (subject.MovedBecause is { } why)
        {
            yield return Unknown(first.Span, $"{said}; whether it is loaded otherwise cannot be told: {why}.");
            yield break;
        }

        var error = first.Package.Length == 0 ? "with no known parent package" : "beyond top-level package";
        var message = $"{said}: the program stops with `ImportError: attempted relative import {error}`.";
        yield return (subject.Image.Build.IsAssumed ? Warn(first.Span, message).As(Severity.Medium) : Fail(first.Span, message))
            .Related(first.Through, "loads it")
            .Related(subject.Span, "starts the program")
            .Related(subject.Outside.Skip(1).Take(MostPlaces).Select(import => import.Span))
            .Remedy("Start the program from the directory above as a part of its package (`package.module`), or import without the dots.")
            .Verify($"docker run --rm {BuiltImage.Built(subject.Image)}   # must not end with ImportError");
    }
}
