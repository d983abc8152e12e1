using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A Dockerfile asks <c>docker-php-ext-install</c> for an extension whose source its release of PHP does not have.</summary>
/// <remarks>Source: docker-library/php, <c>docker-php-ext-install</c>: "error: /usr/src/php/ext/… does not exist".</remarks>
internal sealed class PhpExtensionNotInRelease : Rule<PhpExtensionRequest>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/php-extension-not-in-release",
            Title = "PHP extension not in release",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "`docker-php-ext-install` stops without the source of the extension, and the build of the image with it.",
            Holds = "The release of PHP has the source of every extension.",
        };

    public override IEnumerable<PhpExtensionRequest> Subjects(Deployment deployment) => deployment.All<PhpExtensionRequest>();

    protected override Subject Identify(PhpExtensionRequest subject) =>
        new(subject.Subject, subject.Extension.Span, subject.Extension.Value);

    protected override IEnumerable<Verdict> Check(PhpExtensionRequest subject, Deployment deployment)
    {
        if (subject.State == PhpExtensionState.Available)
        {
            yield break;
        }

        var (_, extension, release, state) = subject;
        var message = state switch
        {
            PhpExtensionState.BuiltIn =>
                $"{subject.Subject} compiles `{extension.Value}`, but PHP {release} has it built in and no source of it.",
            PhpExtensionState.Removed => $"{subject.Subject} compiles `{extension.Value}`, but PHP {release} has no source of it.",
            _ => $"{subject.Subject} compiles `{extension.Value}` from PHP's own source, which never had it: it comes from PECL.",
        };
        var remedy = state switch
        {
            PhpExtensionState.BuiltIn => $"Remove `{extension.Value}` from {extension.Span}.",
            _ => $"Run `pecl install {extension.Value} && docker-php-ext-enable {extension.Value}` in place of {extension.Span}.",
        };
        yield return Fail(extension.Span, message).Remedy(remedy).VerifyGoneOr(BuiltImage.Build(extension.Span.File.Path, deployment));
    }
}
