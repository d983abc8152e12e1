using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A Dockerfile compiles extensions of PHP without the headers they need.</summary>
internal sealed class PhpExtensionWithoutHeaders : Rule<IReadOnlyList<PhpExtensionBuild>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/php-extension-without-headers",
            Title = "Missing PHP extension headers",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "The extension's `configure` fails, and the build of the image with it.",
            Holds = "The headers of every extension are installed before it is compiled.",
        };

    public override IEnumerable<IReadOnlyList<PhpExtensionBuild>> Subjects(Deployment deployment) =>
        deployment.All<PhpExtensionBuild>().GroupBy(build => new { build.Subject, build.HasHeaders }).Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<PhpExtensionBuild> subject) => new(subject[0].Subject, subject[0].Extension.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<PhpExtensionBuild> subject, Deployment deployment)
    {
        var first = subject[0];
        var names = string.Join(" and ", subject.Select(build => build.Extension.Value).Distinct());
        if (first.HasHeaders is null)
        {
            yield return Unknown(
                first.Extension.Span,
                $"Unknown whether {first.Subject} has the headers for the PHP extension {names}: an earlier step may install them."
            );
        }
        else if (first.HasHeaders == false)
        {
            var packages = string.Join(" ", subject.Select(build => build.Headers[0]).Distinct());
            yield return Fail(first.Extension.Span, $"{first.Subject} compiles {names} for PHP, but no earlier step installs {packages}.")
                .Related(subject.Skip(1).Select(build => build.Extension.Span))
                .Remedy(
                    first.IsAlpine
                        ? $"Run `apk add --no-cache {packages}` before {first.Extension.Span}."
                        : $"Run `apt-get update && apt-get install -y {packages}` before {first.Extension.Span}."
                )
                .Verify(BuiltImage.Build(first.Extension.Span.File.Path, deployment));
        }
    }
}
