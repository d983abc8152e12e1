using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Composer installs packages that require extensions which PHP does not have there.</summary>
internal sealed class ComposerExtensionMissing : Rule<ComposerInstall>
{
    private const int MostNamed = 5;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/composer-extension-missing",
            Title = "Missing PHP extension",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale =
                "Composer checks extensions before it installs, and stops the build: `requires PHP extension ext-… but it is missing from your system`.",
            Holds = "PHP has every extension that the packages require when Composer installs them.",
        };

    public override IEnumerable<ComposerInstall> Subjects(Deployment deployment) => deployment.All<ComposerInstall>();

    protected override Subject Identify(ComposerInstall subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(ComposerInstall subject, Deployment deployment)
    {
        if (subject.Missing is not [var first, ..])
        {
            yield break;
        }

        var names = string.Join(" and ", subject.Missing.Take(MostNamed).Select(extension => extension.Name.Value));
        if (subject.MayHaveMore)
        {
            yield return Unknown(
                subject.Span,
                $"Unknown whether PHP has {names} when {subject.Subject} installs packages that require it: an earlier step may add it."
            );
            yield break;
        }

        yield return Fail(
                subject.Span,
                $"{subject.Subject} runs Composer on `{subject.Base.Value}`, which lacks {names}; {By(first)} requires {first.Name.Value}."
            )
            .Related(subject.Missing.Take(MostNamed).Select(extension => extension.Name.Span))
            .Related(subject.Base.Span)
            .Remedy(
                $"Run `docker-php-ext-install {names.Replace(" and ", " ", StringComparison.Ordinal)}` (PECL extensions: `pecl install` and `docker-php-ext-enable`) before {subject.Span}."
            )
            .Verify(BuiltImage.Build(subject.Span.File.Path, deployment));
    }

    private static string By(ComposerExtension extension) =>
        extension.Package.Length == 0 ? extension.Name.Span.File.Path : extension.Package;
}
