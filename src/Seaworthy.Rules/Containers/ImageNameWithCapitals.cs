using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>The name of an image has capital letters, which Docker and every registry reject.</summary>
internal sealed class ImageNameWithCapitals : Rule<IReadOnlyList<ImageNaming>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/image-name-with-capitals",
            Title = "Uppercase image name",
            Area = Area.Containers,
            Severity = Severity.High,
            Rationale = "Docker rejects the name before it builds, pushes or pulls anything: \"repository name must be lowercase\".",
            Holds = "Image names are lowercase.",
        };

    public override IEnumerable<IReadOnlyList<ImageNaming>> Subjects(Deployment deployment) =>
        deployment
            .All<ImageNaming>()
            .GroupBy(naming => new { File = naming.Capitals is null ? naming.Span.File.Path : "", naming.Capitals })
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<ImageNaming> subject) => new(subject[0].Subject, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<ImageNaming> subject, Deployment deployment)
    {
        if (
            subject[0].Capitals is not { } part
            || (subject.FirstOrDefault(naming => !naming.IsFirstOfSeveral || naming.IsRemote) ?? subject[0]) is not { } naming
        )
        {
            yield break;
        }

        var name = naming.Known.Replace(Resolved.Hole.ToString(), "…", StringComparison.Ordinal);
        var message = naming.IsFirstOfSeveral
            ? $"{naming.Subject} names the image `{name}`, but `{part}` has capital letters. Docker rejects it, or treats its first part as a registry."
            : $"{naming.Subject} names the image `{name}`, but `{part}` has capital letters.";
        var verdict =
            subject.All(other => other.IsMasked) || (naming.IsFirstOfSeveral && !naming.IsRemote)
                ? Warn(naming.Span, message).As(Severity.Medium)
                : Fail(naming.Span, message);
        SourceSpan? from = naming.Chain.Where(place => place.Mentions(part)).Select(place => (SourceSpan?)place).FirstOrDefault();
        yield return verdict
            .Related(from, "the name comes from here")
            .Related(naming.Filled?.Span, "the name of the repository")
            .Related(subject.Select(other => other.Span))
            .As(naming.Filled is null ? verdict.Certainty : Certainty.Likely)
            .Remedy(
                naming.Filled is null
                    ? $"Write `{part.ToLowerInvariant()}` in {from ?? naming.Span}."
                    : $"Make the name lowercase before {naming.Span}: `echo \"REPOSITORY=${{GITHUB_REPOSITORY,,}}\" >> \"$GITHUB_ENV\"`, then `${{{{ env.REPOSITORY }}}}`."
            )
            .Verify(TreeCheck.Gone(from ?? naming.Span));
    }
}
