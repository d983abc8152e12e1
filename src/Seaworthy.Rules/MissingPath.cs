using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules;

/// <summary>Why a path is absent, and how to fix it, in words.</summary>
internal static class MissingPath
{
    private const int MostElsewhere = 3;

    private const int MostAdded = 6;

    /// <summary>A submodule that git cannot fetch is reported once, not for each of its paths.</summary>
    public static bool IsInLostSubmodule(PathUse use, RepositoryTree tree) =>
        use.Answer.Presence == Presence.Unknown && tree.FindSubmodule(use.Answer.Looked) is { HasNoAddress: true };

    /// <summary>What is missing: the path, or the outermost directory of it that does not exist.</summary>
    public static string Cause(PathUse use, RepositoryTree tree) =>
        use.Answer is { Presence: Presence.Absent, Looked: [not '/', ..] and var path } ? tree.OutermostMissing(path) : use.Answer.Looked;

    /// <summary>
    /// The outermost directory of the path that a clone lacks altogether. Where a single file is missing beside others, somebody forgot or renamed it; where nothing is there, it may come from elsewhere.
    /// Null when the directory is there, or something tells why the path is not.
    /// </summary>
    public static string? LostDirectory(PathUse use, RepositoryTree tree) =>
        use is { Answer.Presence: Presence.Absent, Role: not PathRole.Action }
        && Cause(use, tree) is var outermost
        && outermost != use.Answer.Looked
            ? outermost
            : null;

    /// <summary>Files of that name elsewhere, as a sentence with a space before it; empty when there are none, or too many.</summary>
    public static string Elsewhere(PathUse use, RepositoryTree tree)
    {
        if (use.Answer is not { Presence: Presence.Absent, Looked: { Length: > 0 } looked })
        {
            return "";
        }

        var found = tree.FilesNamed(RepositoryPath.NameOf(looked)).Where(path => path != looked).Take(MostElsewhere + 1).ToList();
        return found.Count is > 0 and <= MostElsewhere ? $" The repository has {string.Join(", ", found)}." : "";
    }

    public static string Reason(PathUse use) =>
        use.Answer.Presence switch
        {
            // A reader who follows what is said there has it, too.
            Presence.IgnoredByGit when use.MadeAt is not null || use.ToldAt is not null => Ignored(use),
            Presence.IgnoredByGit => $"{Ignored(use)}, so no clone has it",
            Presence.IgnoredByDocker => $"{use.Answer.Because?.File.Path ?? ".dockerignore"} excludes it",
            Presence.OtherCase => $"the repository has {use.Answer.Actual} (different letter case)",
            Presence.Elsewhere => $"{Looked(use)} does not exist; the repository has {use.Answer.Actual}",
            _ => $"{Looked(use)} does not exist",
        };

    /// <summary>The same with the consequence for the build: a machine that keeps a checkout may have what git ignores.</summary>
    public static string ReasonOfBuild(PathUse use) =>
        use is { Answer.Presence: Presence.IgnoredByGit, IsConditional: true }
            ? $"{Ignored(use)}: a build from a clone fails unless something creates it first"
            : $"{Reason(use)}: the build fails";

    public static string Remedy(PathUse use) => Remedy([use]);

    /// <summary>The fix for all of them, which have one cause: every place is named.</summary>
    public static string Remedy(IReadOnlyList<PathUse> uses) => Remedy(uses[0], uses, PlaceList.Of(uses));

    private static string Remedy(PathUse use, IReadOnlyList<PathUse> uses, string places) =>
        use.Answer.Presence switch
        {
            Presence.IgnoredByGit when IsForSecrets(use.Answer.Looked) =>
                $"Document what belongs in {use.Answer.Looked}, and create it during deployment; do not commit it.",
            Presence.IgnoredByGit when use.Answer.Because is { } rule =>
                $"Commit {use.Answer.Looked} (remove `{rule.Quote}` from {rule}, or add an exception), or create it in an earlier step.",
            Presence.IgnoredByGit => $"Commit {use.Answer.Looked}, or create it in an earlier step.",
            Presence.IgnoredByDocker when use.Answer.Because is { } rule =>
                $"Remove `{rule.Quote}` from {rule}, or add `!{use.Path.TrimStart('.', '/')}` below it.",
            Presence.OtherCase =>
                $"Write {string.Join(", ", uses.GroupBy(Right).Select(same => $"`{same.Key}` in {PlaceList.Of(same.Select(one => one.Span))}"))}.",
            Presence.Elsewhere => $"Use the right directory: {places} or {(use.FromSpan is { } from ? from.ToString() : use.From)}.",
            _ => $"Add {NameList.Of([.. uses.Select(Looked).Distinct(StringComparer.Ordinal)], MostAdded)}, or correct {places}.",
        };

    private static string Right(PathUse use) => AsWritten(use.Path, use.Answer.Actual ?? use.Answer.Looked);

    /// <summary>The path in the letters of the file, from the directory from which it is named: <c>./src/App.ts</c> for <c>./src/app.ts</c> and <c>api/src/App.ts</c>.</summary>
    private static string AsWritten(string path, string actual)
    {
        var parts = path.TrimEnd('/').Split('/');
        var found = actual.Split('/');
        var same = 0;
        while (
            same < Math.Min(parts.Length, found.Length)
            && string.Equals(parts[^(same + 1)], found[^(same + 1)], StringComparison.OrdinalIgnoreCase)
        )
        {
            same++;
        }

        return same == 0 ? actual : string.Join('/', parts[..^same].Concat(found[^same..]));
    }

    // What nobody should commit, however much a build misses it.
    private static bool IsForSecrets(string path) =>
        path.Split('/', '.', '-', '_')
            .Any(word =>
                word
                    is "secret"
                        or "secrets"
                        or "cert"
                        or "certs"
                        or "certificates"
                        or "keys"
                        or "credentials"
                        or "ssl"
                        or "tls"
                        or "pem"
                        or "key"
                        or "env"
            );

    private static string Ignored(PathUse use) =>
        use.Answer.Because is { } rule ? $"git ignores {use.Answer.Looked} ({rule})" : $"git ignores {use.Answer.Looked}";

    private static string Looked(PathUse use) => use.Answer.Looked.Length == 0 ? use.Path : use.Answer.Looked;
}
