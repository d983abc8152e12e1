using System.Collections.Frozen;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Pipelines.Histories;

/// <summary>What a command asks of the history.</summary>
/// <remarks>
/// Sources: git, git-describe(1), git-diff(1); Turborepo, "Constructing CI" (what cannot be compared counts as changed); Nx, "affected"; Lerna, "changed"; commitlint, "CI setup";
/// Changesets, "status"; Jest and Vitest, "changedSince", "changed"; pre-commit, "run".
/// </remarks>
internal static class HistoryQuestions
{
    private static readonly FrozenSet<string> Readers = FrozenSet.ToFrozenSet([
        "diff",
        "log",
        "show",
        "rev-list",
        "rev-parse",
        "diff-tree",
        "merge-base",
        "shortlog",
        "format-patch",
        "cherry",
    ]);

    private static readonly FrozenSet<string> Tools = FrozenSet.ToFrozenSet([
        "turbo",
        "nx",
        "lerna",
        "pnpm",
        "changeset",
        "commitlint",
        "jest",
        "vitest",
        "pre-commit",
        "diff-cover",
    ]);

    public static IEnumerable<HistoryQuestion> Of(CommandLine line, RevisionTexts texts)
    {
        if (GitCommand.Of(line) is { } git)
        {
            return git.Verb == "describe" ? Description(git)
                : Readers.Contains(git.Verb) ? Revisions(git, texts)
                : [];
        }

        return Tools.Contains(line.Program)
            ? line
                .Arguments.SelectMany(word => Revision.Questions(Value(texts.Of(word))))
                .Where(question => question.Kind is HistoryKind.Branch or HistoryKind.Parent or HistoryKind.EventCommit)
                .Select(question => question with { IsOfTool = true })
            : [];
    }

    // "--exact-match" is asked to learn whether there is a tag.
    private static IEnumerable<HistoryQuestion> Description(GitCommand git) =>
        git.Has("--always", "--all", "--exact-match", "--candidates=0", "--help") || git.Arguments.Any(IsLoose)
            ? []
            : [new HistoryQuestion(HistoryKind.Tag, "a tag")];

    /// <summary>A variable without quotes: any number of options.</summary>
    private static bool IsLoose(ShellWord word) => word.Raw is ['$', not '(', ..] && word.Parts is [{ Kind: ShellPartKind.Variable }];

    private static IEnumerable<HistoryQuestion> Revisions(GitCommand git, RevisionTexts texts)
    {
        List<string> operands = [.. git.Operands.Select(texts.Of)];
        var found = operands.SelectMany(Revision.Questions);
        if (git.Verb == "merge-base" && operands.Exists(Revision.IsOwn) && operands.Find(Revision.IsBranch) is { } branch)
        {
            found = found.Append(new HistoryQuestion(HistoryKind.Ancestor, branch));
        }

        return found.Where(question =>
            question.Kind switch
            {
                // The two sides of a log need not meet.
                HistoryKind.Ancestor => git.Verb is "diff" or "merge-base",
                // Asked for its name alone, a commit need not be there.
                HistoryKind.EventCommit => git.Verb != "rev-parse",
                _ => true,
            }
        );
    }

    /// <summary>The revision in <c>--base=origin/main</c> and <c>--filter=...[origin/main]</c>.</summary>
    private static string Value(string word)
    {
        var open = word.IndexOf('[', StringComparison.Ordinal);
        var close = word.LastIndexOf(']');
        return open >= 0 && close > open ? word[(open + 1)..close]
            : word is ['-', ..] && word.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals ? word[(equals + 1)..]
            : word;
    }
}
