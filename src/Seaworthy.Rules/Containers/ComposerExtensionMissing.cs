using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Composer is asked for packages that demand extensions which PHP does not have there.</summary>
internal sealed class ComposerExtensionMissing : Rule<ComposerInstall>
{
    private const int MostNamed = 5;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/composer-extension-missing",
            Title = "Packages of PHP whose extensions the image lacks",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale =
                "Composer compares before it installs, and stops the build: `requires PHP extension ext-… but it is missing from your system`.",
            Holds = "PHP has every extension that the packages demand when Composer installs them.",
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
                $"{subject.Subject} installs packages that demand {names}; whether PHP has that there cannot be told: something before may add it."
            );
            yield break;
        }

        yield return Fail(
                subject.Span,
                $"{subject.Subject} installs packages upon {subject.Base.Value}, which lacks {names} ({By(first)} demands {first.Name.Value}): Composer stops the build."
            )
            .Related(subject.Missing.Take(MostNamed).Select(extension => extension.Name.Span))
            .Related(subject.Base.Span)
            .Remedy(
                $"Put `docker-php-ext-install {names.Replace(" and ", " ", StringComparison.Ordinal)}` (of PECL's: `pecl install` and `docker-php-ext-enable`) before {subject.Span}."
            )
            .Verify(BuiltImage.Build(subject.Span.File.Path, deployment));
    }

    private static string By(ComposerExtension extension) =>
        extension.Package.Length == 0 ? extension.Name.Span.File.Path : extension.Package;
}
