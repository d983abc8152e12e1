using Seaworthy.Model;
using Seaworthy.Model.Known;

namespace Seaworthy.Rules.Platforms;

/// <summary>A literal id of a VPC, subnet or security group, where Terraform makes them.</summary>
internal sealed class LiteralNetworkId : Rule<NetworkIds>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/literal-network-id",
            Title = "Hard-coded network id",
            Area = Area.Platforms,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "AWS gives new ids to what a new apply makes: after a rebuild, or in a second account, the literal leads to nothing.",
            Holds = "What Terraform makes is referred to, not written out.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<NetworkIds>(NetworkIdsFinder.Link)];

    public override IEnumerable<NetworkIds> Subjects(Deployment deployment) => deployment.All<NetworkIds>();

    protected override Subject Identify(NetworkIds subject) =>
        subject.Ids is [var first, ..]
            ? new($"{first.Span.File.Path}: {subject.Kind}", first.Span)
            : new($"{subject.Made.Span.File.Path}: {subject.Kind}", subject.Made.Span);

    protected override IEnumerable<Verdict> Check(NetworkIds subject, Deployment deployment)
    {
        if (subject.Ids is not [var first, ..])
        {
            yield break;
        }

        yield return Warn(
                first.Span,
                $"{first.Span.File.Path} has the literal `{first.Value}`, but `{subject.Made.Value}` makes {AwsNetworkId.TitleOf(subject.Kind)}: a new apply gives other ids."
            )
            .Related(subject.Ids.Skip(1).Select(id => id.Span), "literal too")
            .Related(subject.Made.Span, "makes them")
            .Remedy(
                subject.IsOfBalancer
                    ? $"Write the `Name` tags of {AwsNetworkId.TitleOf(subject.Kind)} instead of the ids in {PlaceList.Of(subject.Ids.Select(id => id.Span))}; the controller takes both."
                    : $"Refer to `{subject.Made.Value}` instead of the ids in {PlaceList.Of(subject.Ids.Select(id => id.Span))}."
            )
            .Verify(TreeCheck.Gone(subject.Ids.Select(id => id.Span)));
    }
}
