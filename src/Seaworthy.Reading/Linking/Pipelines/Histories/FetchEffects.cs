using System.Collections.Frozen;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known.Actions;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Pipelines.Histories;

/// <summary>What a job has of its history after a step or command; null from where on nobody can tell.</summary>
/// <remarks>
/// Source: git, git-fetch(1), shallow(5): a commit at which the history was cut stays without parents until a fetch deepens or unshallows. So branches that are fetched later have no ancestor in common with it.
/// </remarks>
internal sealed class FetchEffects(Deployment deployment)
{
    private static readonly FrozenSet<string> Reading = FrozenSet.ToFrozenSet(
        """
        describe diff log show rev-parse rev-list status config ls-files ls-tree grep blame merge-base diff-tree diff-index cat-file symbolic-ref name-rev shortlog cherry
        add rm mv push check-ignore hash-object ls-remote version lfs clean branch for-each-ref update-index archive format-patch
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
    );

    private static readonly FrozenSet<string> Runners = FrozenSet.ToFrozenSet(
        """
        bash sh zsh source . eval make npm yarn pnpm bun bunx npx just task node python python3 tsx ts-node deno ruby php composer gradle mvn cargo go rake invoke nox tox
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
    );

    private static readonly string[] Fetches = ["git fetch", "git pull", "git clone", "unshallow", "'fetch'", "\"fetch\""];

    // Any script of the repository may fetch, where one does.
    private readonly Lazy<bool> scriptsFetch = new(() =>
        deployment
            .Artifacts.Where(artifact => artifact is not (Workflow or CompositeAction or Document))
            .Any(artifact => Array.Exists(Fetches, text => artifact.File.Text.Contains(text, StringComparison.Ordinal)))
    );

    public FetchedHistory? After(WorkflowStep step, FetchedHistory? fetched)
    {
        if (step.Uses?.Name != "actions/checkout")
        {
            return step.Uses is { } uses && (uses.Kind != ActionReferenceKind.Repository || !HistoryActions.LeaveAlone(uses.Name))
                ? null
                : fetched;
        }

        if (step.Input("path") is { Literal: not ("" or "." or "./") })
        {
            return fetched;
        }

        // A second checkout over the first keeps what was there, unless it does not run.
        return FetchedHistory.Of(step) is not { } own ? null
            : fetched is null ? own
            : fetched.Depth == 0 || own.Depth == 0 ? fetched with { Depth = 0 }
            : step.If is null && !fetched.HasMore ? own
            : null;
    }

    public FetchedHistory? After(CommandLine line, FetchedHistory fetched)
    {
        if (GitCommand.Of(line) is { } git)
        {
            return git.Verb switch
            {
                "fetch" => Fetched(git, fetched),
                "remote" when git.Has("set-url", "-v", "get-url", "show") => fetched,
                "tag" when git.Arguments.All(word => word.Prefix is ['-', ..]) || git.Has("-l", "--list") => fetched,
                _ => Reading.Contains(git.Verb) ? fetched : null,
            };
        }

        // Elsewhere, or in a way that is not understood.
        if (TagsRelease(line) || line.Program is "git" or "hub" || (line.Program == "gh" && line.Verb is "pr" or "repo"))
        {
            return null;
        }

        return MayRunScript(line) && scriptsFetch.Value ? null : fetched;
    }

    private static FetchedHistory? Fetched(GitCommand git, FetchedHistory fetched)
    {
        var deepens = git.Arguments.Any(word =>
            word.Prefix.StartsWith("--unshallow", StringComparison.Ordinal)
            || word.Prefix.StartsWith("--deepen", StringComparison.Ordinal)
            || word.Prefix.StartsWith("--shallow", StringComparison.Ordinal)
            || word.Prefix.StartsWith("--update-shallow", StringComparison.Ordinal)
            || word.Prefix.StartsWith("--refetch", StringComparison.Ordinal)
            // Options in a variable.
            || (word.Raw is ['$', not '{', ..] && word.Parts is [{ Kind: ShellPartKind.Variable }] && word == git.Arguments[0])
        );
        var depth = git.Arguments.FirstOrDefault(word => word.Prefix.StartsWith("--depth", StringComparison.Ordinal));
        var isOne = depth is null || depth.Literal == "--depth=1" || (depth.Literal == "--depth" && git.Has("1"));
        // With a depth and no name it fetches every branch anew, also that of the checkout.
        var isNamed = git.Operands.Any(word => word.Literal is not ("1" or "origin"));
        return deepens || !isOne || (depth is not null && !isNamed) ? null : fetched with { HasMore = true, MayHaveTags = true };
    }

    /// <summary>It commits and tags the release itself, so that a tag is there, and commits above that of the checkout.</summary>
    /// <remarks>Sources: Maven Release Plugin, "release:prepare"; npm Docs, "npm-version"; Lerna, "version"; semantic-release and standard-version, README.</remarks>
    private static bool TagsRelease(CommandLine line) =>
        line is { Program: "npm" or "pnpm" or "yarn" or "lerna", Verb: "version" }
        || IsTagger(line.Program)
        || line.Arguments.Any(word => word.Literal is { } text && IsTagger(text));

    private static bool IsTagger(string word) =>
        word
            is "release:prepare"
                or "semantic-release"
                or "standard-version"
                or "release-it"
                or "bumpversion"
                or "bump2version"
                or "bump-my-version";

    private static bool MayRunScript(CommandLine line) =>
        line.Program.Length == 0
        || line.ProgramWord?.Literal?.Contains('/', StringComparison.Ordinal) == true
        || (
            Runners.Contains(line.Program) && !(line.Program is "npm" or "pnpm" or "yarn" or "bun" && line.Verb is "ci" or "install" or "i")
        )
        || line.Wrappers.Any(Runners.Contains);
}
