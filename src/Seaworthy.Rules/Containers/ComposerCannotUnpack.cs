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
            Title = "Composer without anything to unpack packages with",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "Composer can neither unpack what it fetches nor clone it instead, and stops the build.",
            Holds = "Composer finds unzip, the extension zip or git.",
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
                $"{subject.Subject} installs packages of PHP; whether anything can unpack them there cannot be told: something before may install it."
            );
        }
        else if (subject.CanUnpack == false)
        {
            yield return Fail(
                    subject.Span,
                    $"{subject.Subject} installs packages upon {subject.Base.Value}, which has neither unzip nor the extension zip nor git, and nothing before installs one: Composer stops the build."
                )
                .Related(subject.Base.Span)
                .Remedy($"Put `apt-get update && apt-get install -y --no-install-recommends unzip` before {subject.Span}.")
                .Verify(BuiltImage.Build(subject.Span.File.Path, deployment));
        }
    }
}
