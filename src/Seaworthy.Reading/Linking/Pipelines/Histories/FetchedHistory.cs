using System.Globalization;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Pipelines.Histories;

/// <summary>What of its history a job has at some point.</summary>
/// <param name="Span">The checkout.</param>
/// <param name="Depth">How many commits of one line it has; zero for all that there is.</param>
/// <remarks>
/// Source: actions/checkout, README and src/git-source-provider.ts, src/ref-helper.ts: one commit unless <c>fetch-depth</c> says otherwise, under one name (<c>refs/remotes/origin/BRANCH</c>,
/// <c>refs/remotes/pull/N/merge</c> or <c>refs/tags/TAG</c>), with <c>--no-tags</c>. The first major version fetched all.
/// </remarks>
internal sealed record FetchedHistory(SourceSpan Span, int Depth, CheckedOutRef Ref)
{
    /// <summary>Tags may be there: <c>fetch-tags</c>, or a fetch since.</summary>
    public bool MayHaveTags { get; init; }

    /// <summary>Something was fetched since: branches are there, and the commit of the checkout still has no parents.</summary>
    public bool HasMore { get; init; }

    /// <summary>Null where nobody can tell, or the files come from another repository.</summary>
    public static FetchedHistory? Of(WorkflowStep step)
    {
        if (step.Uses is not { } uses || step.Input("repository") is { } other && Inner(other) != "github.repository")
        {
            return null;
        }

        if (DepthOf(step, uses) is not { } depth)
        {
            return null;
        }

        return new FetchedHistory(uses.Span, depth, RefOf(step.Input("ref")))
        {
            MayHaveTags = step.Input("fetch-tags") is { Literal: not "false" },
        };
    }

    private static int? DepthOf(WorkflowStep step, ActionReference uses)
    {
        if (uses.Ref?.Value is "v1" or "1" or ['v', '1', '.', ..] or ['1', '.', ..])
        {
            return 0;
        }

        return step.Input("fetch-depth") switch
        {
            null or { Literal: "" } => 1,
            { Literal: { } text } => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var depth)
                ? Math.Max(0, depth)
                : null,
            _ => null,
        };
    }

    private static CheckedOutRef RefOf(ExpressionTemplate? written) =>
        written switch
        {
            null or { Literal: "" } => CheckedOutRef.Event,
            // What looks like a version may be the name of a tag.
            { Literal: { } name } => name.StartsWith("refs/heads/", StringComparison.Ordinal) || !name.Any(char.IsAsciiDigit)
                ? CheckedOutRef.Branch
                : CheckedOutRef.Open,
            _ => Inner(written) switch
            {
                "github.sha" or "github.ref" => CheckedOutRef.Event,
                "github.head_ref" or "github.event.pull_request.head.sha" or "github.event.pull_request.head.ref" => CheckedOutRef.PullHead,
                _ => CheckedOutRef.Open,
            },
        };

    private static string Inner(ExpressionTemplate template) => RevisionTexts.Inner(template.Raw.Trim());
}
