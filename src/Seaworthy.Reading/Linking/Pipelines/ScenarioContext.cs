using Seaworthy.Model.Declared.Workflows.Evaluation;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>What the contexts hold in one scenario, before any job has run.</summary>
/// <remarks>Source: GitHub Docs, "Contexts reference".</remarks>
internal static class ScenarioContext
{
    private const string Heads = "refs/heads/";
    private const string Tags = "refs/tags/";

    public static ExpressionValue Lookup(RunScenario scenario, IReadOnlyList<string> path)
    {
        List<string> names = [.. path.Select(name => name.ToLowerInvariant())];
        if (scenario.Event is null)
        {
            return ExpressionValue.Open;
        }

        return names switch
        {
            ["github", "event_name"] => new ExpressionValue.Text(scenario.Event),
            ["github", "ref"] => scenario.Ref,
            ["github", "ref_name"] => RefName(scenario.Ref),
            ["github", "ref_type"] => RefType(scenario.Ref),
            ["github", "base_ref"] => scenario.BaseRef,
            // Some text with a slash in it: never empty, and no number.
            ["github", "repository"] => new ExpressionValue.Unknown(Known: true),
            ["github", "head_ref"] => scenario.IsPullRequest || scenario.Event == "merge_group"
                ? ExpressionValue.Open
                : new ExpressionValue.Text(""),
            ["github", "event", "action"] => scenario.Action,
            ["github", "event", "pull_request", "base", "ref"] when scenario.IsPullRequest => scenario.BaseRef,
            ["github", "event", "ref"] when scenario.Event == "push" => scenario.Ref,
            ["inputs", var name] when scenario.Event == "workflow_dispatch" => Input(scenario, name),
            ["github", "event", "inputs", var name] when scenario.Event == "workflow_dispatch" => Input(scenario, name),
            ["github", "event", var payload, ..] => Payload(scenario.Event, payload),
            ["inputs", ..] when scenario.Event != "workflow_dispatch" => ExpressionValue.Nothing,
            _ => ExpressionValue.Open,
        };
    }

    private static ExpressionValue Input(RunScenario scenario, string name) =>
        scenario.Chosen is { } chosen && string.Equals(chosen.Name, name, StringComparison.OrdinalIgnoreCase)
            ? chosen.Value
            : ExpressionValue.Open;

    // Parts of the payload that only one event carries are null for every other.
    private static ExpressionValue Payload(string eventName, string payload) =>
        (payload, eventName) switch
        {
            ("pull_request", "push" or "release" or "schedule" or "workflow_dispatch" or "workflow_run" or "issues" or "issue_comment") =>
                ExpressionValue.Nothing,
            ("release", "push" or "pull_request" or "pull_request_target" or "schedule" or "workflow_dispatch" or "workflow_run") =>
                ExpressionValue.Nothing,
            ("workflow_run", "push" or "pull_request" or "pull_request_target" or "schedule" or "workflow_dispatch" or "release") =>
                ExpressionValue.Nothing,
            ("inputs", "push" or "pull_request" or "pull_request_target" or "schedule" or "workflow_run" or "release") =>
                ExpressionValue.Nothing,
            _ => ExpressionValue.Open,
        };

    private static ExpressionValue RefName(ExpressionValue started) =>
        started switch
        {
            ExpressionValue.Text { Value: var text } => new ExpressionValue.Text(Name(text)),
            ExpressionValue.Unknown { Prefix: var prefix } unknown
                when prefix.StartsWith(Heads, StringComparison.Ordinal) || prefix.StartsWith(Tags, StringComparison.Ordinal) => unknown with
            {
                Prefix = Name(prefix),
            },
            _ => ExpressionValue.Open,
        };

    private static string Name(string started) =>
        started.StartsWith(Heads, StringComparison.Ordinal) ? started[Heads.Length..]
        : started.StartsWith(Tags, StringComparison.Ordinal) ? started[Tags.Length..]
        : started;

    private static ExpressionValue RefType(ExpressionValue started)
    {
        var text = started.AsText ?? (started as ExpressionValue.Unknown)?.Prefix ?? "";
        return text.StartsWith(Heads, StringComparison.Ordinal) ? new ExpressionValue.Text("branch")
            : text.StartsWith(Tags, StringComparison.Ordinal) ? new ExpressionValue.Text("tag")
            : ExpressionValue.Open;
    }
}
