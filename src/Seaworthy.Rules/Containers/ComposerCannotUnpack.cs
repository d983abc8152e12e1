using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Composer fetches packages where nothing can unpack them.</summary>
internal sealed class ComposerCannotUnpack : Rule<ComposerInstall>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/composer-cannot-unpack",
            Title = "Missing unzip for Composer",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "Composer can neither unpack its downloads nor clone the sources instead, so the build fails.",
            Holds = "Composer finds unzip, the zip extension or git.",
        };

    public override IEnumerable<ComposerInstall> Subjects(Deployment deployment) =>
        deployment.All<ComposerInstall>().DistinctBy(install => new { install.Subject, install.CanUnpack });

    protected override Subject Identify(ComposerInstall subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(ComposerInstall subject, Deployment deployment)
    {
        if (subject.CanUnpack is null)
        {
            yield return Unknown(
                subject.Span,
                $"Unknown whether {subject.Subject} can unpack its PHP packages: an earlier step may install unzip."
            );
        }
        else if (subject.CanUnpack == false)
        {
            yield return Fail(
                    subject.Span,
                    $"{subject.Subject} runs Composer on `{subject.Base.Value}`, which has no unzip, git or zip extension, and no earlier step installs one."
                )
                .Related(subject.Base.Span)
                .Remedy($"Run `apt-get update && apt-get install -y --no-install-recommends unzip` before {subject.Span}.")
                .Verify(BuiltImage.Build(subject.Span.File.Path, deployment));
        }
    }
}
