using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>
/// Every way in which a workflow can be started, as far as its conditions can tell the ways apart: each literal that a condition or filter names is one ref,
/// and all others with the same beginning are one more.
/// </summary>
/// <remarks>Source: GitHub Docs, "Events that trigger workflows" and "Contexts reference", github context.</remarks>
internal static class RunScenarios
{
    private const int MaximumLiterals = 200;
    public const string Heads = "refs/heads/";
    public const string Tags = "refs/tags/";

    private static readonly ExpressionValue None = new ExpressionValue.Text("");

    /// <summary>A start of which nothing is known.</summary>
    public static RunScenario Open { get; } = new(null, ExpressionValue.Open, ExpressionValue.Open, ExpressionValue.Open);

    public static IReadOnlyList<RunScenario> Of(Workflow workflow) => Of(workflow, ConditionLiterals.Of(workflow));

    /// <param name="literals">What the conditions that are to be judged compare with.</param>
    public static IReadOnlyList<RunScenario> Of(Workflow workflow, IReadOnlyCollection<string> literals)
    {
        if (literals.Count > MaximumLiterals)
        {
            return [Open];
        }

        var choices = Choices(workflow, literals);
        return [.. workflow.Triggers.SelectMany(trigger => Of(trigger, literals, choices))];
    }

    private static IEnumerable<RunScenario> Of(
        WorkflowTrigger trigger,
        IReadOnlyCollection<string> literals,
        IReadOnlyList<ChosenInput?> choices
    ) =>
        trigger.Event switch
        {
            "push" => Pushed(trigger, literals).Select(pushed => new RunScenario(trigger.Event, ExpressionValue.Open, pushed, None)),
            "pull_request" or "pull_request_target" => PullRequests(trigger, literals),
            "merge_group" => [With(trigger, new ExpressionValue.Unknown(Heads + "gh-readonly-queue/"))],
            "release" => Actions(trigger).Select(action => new RunScenario(trigger.Event, action, new ExpressionValue.Unknown(Tags), None)),
            "schedule" or "workflow_run" or "repository_dispatch" => [With(trigger, new ExpressionValue.Unknown(Heads))],
            "workflow_dispatch" => Refs(Heads, null, null, literals)
                .Concat(Refs(Tags, null, null, literals))
                .SelectMany(started => choices.Select(chosen => With(trigger, started) with { Chosen = chosen })),
            "workflow_call" => [Open],
            _ => [new RunScenario(trigger.Event, ExpressionValue.Open, ExpressionValue.Open, ExpressionValue.Open)],
        };

    /// <summary>Each literal that a condition names may be what the input says, and anything else.</summary>
    private static IReadOnlyList<ChosenInput?> Choices(Workflow workflow, IReadOnlyCollection<string> literals)
    {
        var names = workflow
            .Jobs.SelectMany(job => job.If?.References ?? [])
            .Select(reference =>
                reference.Path is ["inputs", var own] ? own
                : reference.Path is ["github", "event", "inputs", var given] ? given
                : null
            )
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return names is not [var name]
            ? [null]
            :
            [
                .. literals.Select(literal => new ChosenInput(name, new ExpressionValue.Text(literal))),
                new ChosenInput(name, new ExpressionValue.Unknown("", IsFresh: true)),
            ];
    }

    private static RunScenario With(WorkflowTrigger trigger, ExpressionValue started) =>
        new(trigger.Event, ExpressionValue.Open, started, None);

    // A filter for branches alone shuts tags out, and the other way round.
    private static IEnumerable<ExpressionValue> Pushed(WorkflowTrigger trigger, IReadOnlyCollection<string> literals)
    {
        var onBranches = trigger.Branches ?? trigger.BranchesIgnore;
        var onTags = trigger.Tags ?? trigger.TagsIgnore;
        IEnumerable<ExpressionValue> branches =
            onBranches is null && onTags is not null ? [] : Refs(Heads, trigger.Branches, trigger.BranchesIgnore, literals);
        IEnumerable<ExpressionValue> tags =
            onTags is null && onBranches is not null ? [] : Refs(Tags, trigger.Tags, trigger.TagsIgnore, literals);
        return branches.Concat(tags);
    }

    private static IEnumerable<RunScenario> PullRequests(WorkflowTrigger trigger, IReadOnlyCollection<string> literals)
    {
        var bases = Refs("", trigger.Branches, trigger.BranchesIgnore, literals).ToList();

        // Once merged, a pull request's ref is the branch it was merged into; that of pull_request_target is a branch always.
        var closes = trigger.Types?.Any(type => type.Value == "closed") == true;
        ExpressionValue started =
            trigger.Event == "pull_request_target" ? new ExpressionValue.Unknown(Heads)
            : closes ? ExpressionValue.Open
            : new ExpressionValue.Unknown("refs/pull/", IsFresh: true);
        return Actions(trigger).SelectMany(action => bases.Select(target => new RunScenario(trigger.Event, action, started, target)));
    }

    private static IEnumerable<ExpressionValue> Actions(WorkflowTrigger trigger) =>
        trigger switch
        {
            { Types: { Count: > 0 } types } => types.Select(type => new ExpressionValue.Text(type.Value)),
            { Event: "pull_request" or "pull_request_target" } =>
            [
                new ExpressionValue.Text("opened"),
                new ExpressionValue.Text("synchronize"),
                new ExpressionValue.Text("reopened"),
            ],
            _ => [ExpressionValue.Open],
        };

    private static IEnumerable<ExpressionValue> Refs(
        string kind,
        IReadOnlyList<Fact<string>>? wanted,
        IReadOnlyList<Fact<string>>? ignored,
        IReadOnlyCollection<string> literals
    )
    {
        List<FilterPattern> filter = [.. (wanted ?? ignored ?? []).Select(pattern => new FilterPattern(pattern.Value))];
        var names = literals.Select(literal => NameOf(literal, kind)).OfType<string>();
        foreach (var name in names.Concat(filter.Where(pattern => pattern.IsLiteral).Select(pattern => pattern.Text)).Distinct())
        {
            var passes = wanted is not null ? FilterPattern.Passes(filter, name) : !FilterPattern.Passes(filter, name);
            if (passes)
            {
                yield return new ExpressionValue.Text(kind + name);
            }
        }

        IEnumerable<string> prefixes = wanted is null
            ? [""]
            : filter.Where(pattern => !pattern.IsNegative && !pattern.IsLiteral).Select(pattern => pattern.LiteralPrefix);
        foreach (var prefix in prefixes.Distinct())
        {
            yield return new ExpressionValue.Unknown(kind + prefix, IsFresh: true);
        }
    }

    // What a condition compares may be a whole ref or a bare name.
    private static string? NameOf(string literal, string kind) =>
        literal.StartsWith("refs/", StringComparison.OrdinalIgnoreCase)
            ? kind.Length > 0 && literal.StartsWith(kind, StringComparison.OrdinalIgnoreCase)
                ? NonEmpty(literal[kind.Length..])
                : null
            : NonEmpty(literal);

    private static string? NonEmpty(string name) => name.Length is 0 or > 250 ? null : name;
}
