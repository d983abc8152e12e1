using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Actions and commands that write to the repository on GitHub with the token of the job.</summary>
/// <remarks>Sources: the README of each action, "permissions"; GitHub CLI manual; GitHub Docs, "Permissions required for GitHub Apps".</remarks>
internal static class TokenCommands
{
    /// <summary>A comment on a pull request is one on an issue, too.</summary>
    public const string Issues = "issues";

    private static readonly string[] Contents = ["contents"];

    private static readonly string[] Requests = ["pull-requests"];

    private static readonly Dictionary<string, string[]> Actions = new(StringComparer.Ordinal)
    {
        ["softprops/action-gh-release"] = Contents,
        ["ncipollo/release-action"] = Contents,
        ["actions/create-release"] = Contents,
        ["actions/upload-release-asset"] = Contents,
        ["svenstaro/upload-release-action"] = Contents,
        ["marvinpinto/action-automatic-releases"] = Contents,
        ["helm/chart-releaser-action"] = Contents,
        ["stefanzweifel/git-auto-commit-action"] = Contents,
        ["endbug/add-and-commit"] = Contents,
        ["mathieudutour/github-tag-action"] = Contents,
        ["anothrnick/github-tag-action"] = Contents,
        ["thollander/actions-comment-pull-request"] = Requests,
        ["marocchino/sticky-pull-request-comment"] = Requests,
        ["changesets/action"] = ["contents", "pull-requests"],
    };

    private static readonly string[] Writing = ["create", "upload", "edit", "delete"];

    /// <summary>What the token must be allowed to write for an action that does one thing with it.</summary>
    public static string[] OfAction(string name, WorkflowStep step) =>
        Actions.TryGetValue(name, out var scopes) && IsReal(name, step) ? scopes
        : name == "goreleaser/goreleaser-action" && IsRelease(step) ? Contents
        : [];

    /// <summary>It pushes with the token that the checkout left.</summary>
    public static bool PushesCommits(string name) => name is "stefanzweifel/git-auto-commit-action" or "endbug/add-and-commit";

    // A checkout may leave another token, or a key, for what is pushed; a dry run writes nothing.
    private static bool IsReal(string name, WorkflowStep step) =>
        step.Input("dry_run") is null
        && step.Input("dry-run") is null
        && step.Input("DRY_RUN") is null
        && (!PushesCommits(name) || step.Input("push_options") is null && step.Input("push") is null && step.Input("token") is null)
        && step.Environment.All(variable => !variable.Name.EndsWith("TOKEN", StringComparison.Ordinal) || TokenNeed.IsOwn(variable.Value));

    private static bool IsRelease(WorkflowStep step) =>
        step.Input("args")?.Raw is { } arguments
        && arguments.StartsWith("release", StringComparison.Ordinal)
        && !arguments.Contains("snapshot", StringComparison.Ordinal)
        && !arguments.Contains("skip", StringComparison.Ordinal)
        && step.Environment.Any(variable => variable.Name == "GITHUB_TOKEN" && TokenNeed.IsOwn(variable.Value));

    /// <summary>The scope that is as good for an action; null where there is none.</summary>
    public static string? InsteadFor(string? name) =>
        name is "thollander/actions-comment-pull-request" or "marocchino/sticky-pull-request-comment" ? Issues : null;

    /// <summary>The first command of a step that writes with the token of the job; null when there is none, or it has another token.</summary>
    public static TokenCommand? In(Workflow workflow, WorkflowJob job, WorkflowStep step)
    {
        var tokens = step
            .Environment.Concat(job.Environment)
            .Concat(workflow.Environment)
            .Where(variable => variable.Name is "GH_TOKEN" or "GITHUB_TOKEN")
            .ToList();
        return tokens.Count == 0 || !tokens.TrueForAll(variable => TokenNeed.IsOwn(variable.Value))
            ? null
            : (step.Run?.Commands ?? []).Select(Of).FirstOrDefault(command => command is not null);
    }

    private static TokenCommand? Of(ShellCommand command) =>
        command is not { Program: "gh", FailureIsMasked: false, IsCondition: false }
        || command.Words.Any(word => word.Literal is "-R" or "--repo" or "--help")
            ? null
        : command.Words is [_, { Literal: "release" }, { Literal: { } verb }, ..] && Writing.Contains(verb)
            ? new TokenCommand(Contents, $"`gh release {verb}`", command.Span)
        : command.Words is [_, { Literal: "pr" }, { Literal: { } act }, ..]
            ? act switch
            {
                "create" or "review" => new TokenCommand(Requests, $"`gh pr {act}`", command.Span),
                "comment" or "edit" => new TokenCommand(Requests, $"`gh pr {act}`", command.Span) { Instead = Issues },
                "merge" => new TokenCommand(["contents", "pull-requests"], "`gh pr merge`", command.Span),
                _ => null,
            }
        : command.Words is [_, { Literal: "issue" }, { Literal: "create" or "comment" or "edit" or "close" }, ..]
            ? new TokenCommand(["issues"], $"`gh issue {command.Words[2].Literal}`", command.Span)
        : null;

    /// <summary>A command that writes with the token.</summary>
    /// <param name="Scopes">What the token must be allowed to write for it.</param>
    /// <param name="Name">As a report names it.</param>
    internal sealed record TokenCommand(IReadOnlyList<string> Scopes, string Name, SourceSpan Span)
    {
        /// <summary>Write access to this is as good.</summary>
        public string? Instead { get; init; }
    }
}
