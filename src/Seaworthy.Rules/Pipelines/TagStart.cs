using System.Buffers;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A way in which a workflow starts, as far as tags of images depend on it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Ref">What <c>github.ref</c> is, or how it begins.</param>
/// <param name="Name">As a report names it: <c>a push of a tag</c>.</param>
/// <remarks>Source: GitHub Docs, "Events that trigger workflows", GITHUB_REF.</remarks>
internal sealed record TagStart(string Event, ExpressionValue Ref, string Name)
{
    private const string Heads = "refs/heads/";
    private const string Tags = "refs/tags/";

    // Of patterns.
    private static readonly SearchValues<char> Signs = SearchValues.Create("*?![+");

    private static readonly string[] DefaultBranches = ["main", "master"];

    /// <summary>Whether the ref is the default branch; null where it may be.</summary>
    public bool? IsDefaultBranch { get; init; }

    /// <summary>The same event may have another kind of ref: somebody who starts it by hand chooses.</summary>
    public bool IsOneOfSeveral { get; init; }

    public bool IsTag => Beginning.StartsWith(Tags, StringComparison.Ordinal);

    public bool IsBranch => Beginning.StartsWith(Heads, StringComparison.Ordinal);

    public bool IsPullRequest => Beginning.StartsWith("refs/pull/", StringComparison.Ordinal);

    private string Beginning => Ref.AsText ?? (Ref as ExpressionValue.Unknown)?.Prefix ?? "";

    public static IEnumerable<TagStart> Of(Workflow workflow) => workflow.Triggers.SelectMany(Of);

    /// <summary>The truth of an expression then; null where more than the start decides.</summary>
    public bool? Truth(Expression? expression) =>
        expression is null ? true : new ExpressionEvaluator(Lookup, Status).Evaluate(expression).Truth;

    private static IEnumerable<TagStart> Of(WorkflowTrigger trigger) =>
        trigger.Event switch
        {
            "push" => Pushes(trigger),
            "pull_request" =>
            [
                new TagStart(trigger.Event, new ExpressionValue.Unknown("refs/pull/", IsFresh: true), "a pull request")
                {
                    IsDefaultBranch = false,
                },
            ],
            "release" => [new TagStart(trigger.Event, new ExpressionValue.Unknown(Tags), "a release")],
            "schedule" or "workflow_run" or "repository_dispatch" =>
            [
                new TagStart(trigger.Event, new ExpressionValue.Unknown(Heads), $"`{trigger.Event}`") { IsDefaultBranch = true },
            ],
            "workflow_dispatch" =>
            [
                new TagStart(trigger.Event, new ExpressionValue.Unknown(Heads), "a start by hand on the default branch")
                {
                    IsDefaultBranch = true,
                    IsOneOfSeveral = true,
                },
            ],
            _ => [],
        };

    private static IEnumerable<TagStart> Pushes(WorkflowTrigger trigger)
    {
        if (trigger.Branches is not null || trigger.Tags is null && trigger.TagsIgnore is null)
        {
            var names = (trigger.Branches ?? []).Select(branch => branch.Value).ToList();
            var hasDefault = names.Exists(name => DefaultBranches.Contains(name));
            if (names.Count > 0 && names.TrueForAll(name => !name.AsSpan().ContainsAny(Signs)))
            {
                foreach (var name in names)
                {
                    yield return new TagStart("push", new ExpressionValue.Text(Heads + name), $"a push to {name}")
                    {
                        IsDefaultBranch =
                            DefaultBranches.Contains(name) ? true
                            : hasDefault || names.Count > 1
                                ? hasDefault ? false
                                    : null
                            : true,
                    };
                }
            }
            else
            {
                yield return new TagStart("push", new ExpressionValue.Unknown(Heads), "a push to a branch");
            }
        }

        if (trigger.Tags is { Count: > 0 } tags && tags[0].Value is { Length: > 0 } pattern)
        {
            var end = pattern.AsSpan().IndexOfAny(Signs);
            yield return new TagStart(
                "push",
                tags.Count == 1
                    ? new ExpressionValue.Unknown(Tags + (end < 0 ? pattern : pattern[..end]))
                    : new ExpressionValue.Unknown(Tags),
                "a push of a tag"
            );
        }
    }

    private ExpressionValue Lookup(IReadOnlyList<string> path) =>
        path switch
        {
            ["github", "event_name"] => new ExpressionValue.Text(Event),
            ["github", "ref"] => Ref,
            ["github", "ref_type"] => IsTag ? new ExpressionValue.Text("tag")
            : IsBranch ? new ExpressionValue.Text("branch")
            : ExpressionValue.Open,
            ["github", "ref_name"] when Ref is ExpressionValue.Text { Value: var name } && IsBranch => new ExpressionValue.Text(
                name[Heads.Length..]
            ),
            ["github", "repository"] => new ExpressionValue.Unknown(Known: true),
            ["github", "event", "pull_request", ..] when !IsPullRequest => ExpressionValue.Nothing,
            ["github", "event", "release", ..] when Event != "release" => ExpressionValue.Nothing,
            _ => ExpressionValue.Open,
        };

    private static ExpressionValue Status(string function) =>
        function is "always" or "success" ? new ExpressionValue.Boolean(true)
        : function is "failure" or "cancelled" ? new ExpressionValue.Boolean(false)
        : ExpressionValue.Open;
}
