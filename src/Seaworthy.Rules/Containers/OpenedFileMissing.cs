using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A program opens, as its container starts, a file of the repository that no instruction puts into the image.</summary>
internal sealed class OpenedFileMissing : Rule<StartImports>
{
    private const int MostPlaces = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/opened-file-missing",
            Title = "File that a program opens and its image does not hold",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "The image builds, and the program stops for want of the file as soon as its container starts, again and again.",
            Holds = "The image holds the files of the repository that its program opens as it starts.",
        };

    public override IEnumerable<StartImports> Subjects(Deployment deployment) =>
        deployment.StartImports.Where(start => start.Opened.Count > 0);

    protected override Subject Identify(StartImports subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(StartImports subject, Deployment deployment)
    {
        var first = subject.Opened[0];
        var more = subject.Opened.Count > 1 ? $", and {subject.Opened.Count - 1} more" : "";
        var reason = first.Answer is { Presence: Presence.IgnoredByDocker, Because: { } ignored }
            ? $"{ignored} keeps {first.Source} out of the build"
            : $"nothing puts {first.Source}{more} into the image";
        var message =
            $"{subject.Subject} opens {first.Path} as it starts, and {reason}: the program stops with `{(subject.IsScript ? "ENOENT" : "No such file or directory")}`.";
        // From which directory an image is built that nobody here builds is a guess.
        yield return (subject.Image.Build.IsAssumed ? Warn(first.Span, message).As(Severity.Medium) : Fail(first.Span, message))
            .Related(first.Through, "loads it")
            .Related(subject.Span, "starts the program")
            .Related(first.Answer.Because)
            .Related(subject.Opened.Skip(1).Take(MostPlaces).Select(opened => opened.Span))
            .Remedy($"Copy `{first.Source}` to `{first.Answer.Looked}` in {subject.Image.Name}.")
            .Verify($"docker run --rm --entrypoint ls <image> {first.Answer.Looked}");
    }
}
