using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A program imports, as its container starts, a module of the repository that no instruction puts into the image.</summary>
internal sealed class ImportedModuleMissing : Rule<StartImports>
{
    private const int MostPlaces = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/imported-module-missing",
            Title = "Imported module that the image does not hold",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "The image builds, and the program stops for want of the module as soon as its container starts, again and again.",
            Holds = "The image holds the modules of the repository that its program imports as it starts.",
        };

    public override IEnumerable<StartImports> Subjects(Deployment deployment) => deployment.StartImports;

    protected override Subject Identify(StartImports subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(StartImports subject, Deployment deployment)
    {
        if (subject.LeftOut is not [var first, ..])
        {
            yield break;
        }

        var more = subject.LeftOut.Count > 1 ? $", and {subject.LeftOut.Count - 1} more that it imports" : "";
        var reason = first.Answer is { Presence: Presence.IgnoredByDocker, Because: { } ignored }
            ? $"{ignored} keeps {first.Source} out of the build"
            : $"nothing puts {first.Source}{more} into the image";
        var said = $"{subject.Subject} imports {first.Module} as it starts, and {reason}";
        if (subject.MovedBecause is { } why)
        {
            yield return Unknown(first.Span, $"{said}; whether it is found all the same cannot be told: {why}.");
            yield break;
        }

        var message = $"{said}: the program stops with `{(subject.IsScript ? "Cannot find module" : "ModuleNotFoundError")}`.";
        // From which directory an image is built that nobody here builds is a guess.
        yield return (subject.Image.Build.IsAssumed ? Warn(first.Span, message).As(Severity.Medium) : Fail(first.Span, message))
            .Related(first.Through, "loads it")
            .Related(subject.Span, "starts the program")
            .Related(first.Answer.Because)
            .Related(subject.LeftOut.Skip(1).Take(MostPlaces).Select(module => module.Span))
            .Remedy($"Copy `{first.Source}` to `{first.Answer.Looked}` in {subject.Image.Name}.")
            .Verify($"docker run --rm --entrypoint ls <image> {first.Answer.Looked}");
    }
}
