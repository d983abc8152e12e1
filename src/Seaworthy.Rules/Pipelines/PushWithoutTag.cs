using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary><c>docker push</c> without a tag, of an image that has other tags only.</summary>
internal sealed class PushWithoutTag : Rule<PushWithoutTag.PushedName>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/push-without-tag",
            Title = "Push of missing latest tag",
            Area = Area.Pipelines,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Since Docker 20.10 a push without a tag pushes `latest` alone, and fails where nothing has that tag.",
            Holds = "The pushed tag exists.",
        };

    public override IEnumerable<PushedName> Subjects(Deployment deployment) =>
        from file in deployment.Commands.GroupBy(site => site.Span.File)
        let made = file.SelectMany(site => site.Known).SelectMany(Made).ToList()
        from site in file
        from push in site.Known.OfType<ImageCommand>()
        let image = push.Verb == "push" ? push.Image : null
        where image is not null && !push.Command.Words.Any(word => word.Literal is "-a" or "--all-tags")
        select new PushedName(site, image, [.. made.Where(word => Name(word.Raw) == Name(image.Raw))]);

    protected override Subject Identify(PushedName subject) => new($"{subject.Site.Subject}: {subject.Image}", subject.Image.Span);

    protected override IEnumerable<Verdict> Check(PushedName subject, Deployment deployment)
    {
        var (site, image, made) = subject;
        if (Tag(image.Raw) is not null || made.Count == 0 || made.Any(word => Tag(word.Raw) is null or "latest"))
        {
            yield break;
        }

        yield return Fail(
                image.Span,
                $"{site.Subject} pushes {image} without a tag, but only `{Tag(made[0].Raw)}` is made of it: `latest` does not exist."
            )
            .Related(made[0].Span)
            .Remedy($"Push `{made[0]}`, or all tags with `docker push --all-tags`, in {image.Span}.")
            .VerifyGone();
    }

    /// <summary>The names that a command gives to an image.</summary>
    private static IEnumerable<ShellWord> Made(KnownCommand command) =>
        command switch
        {
            ImageCommand { Verb: "tag", NewName: { } name } => [name],
            DockerBuildCommand build => build.Tags,
            _ => [],
        };

    private static string Name(string written) =>
        Tag(written) is { } tag ? written.Trim('"', '\'')[..^(tag.Length + 1)] : written.Trim('"', '\'');

    /// <summary>What stands behind the last colon; null where that is a port, or nothing.</summary>
    private static string? Tag(string written)
    {
        var text = written.Trim('"', '\'');
        var colon = text.LastIndexOf(':');
        return colon > text.LastIndexOf('/') && text.AsSpan(colon) is not [':', '-' or '=' or '?', ..] ? text[(colon + 1)..] : null;
    }

    /// <summary>An image that is pushed, and the names that commands of the same file give to it.</summary>
    internal sealed record PushedName(CommandSite Site, ShellWord Image, IReadOnlyList<ShellWord> Made);
}
