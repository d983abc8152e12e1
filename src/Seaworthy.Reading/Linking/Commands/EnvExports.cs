using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Commands;

/// <summary>Files of variables that scripts export as the words of a substitution.</summary>
/// <remarks>Source: Bash manual, "Word Splitting": what a substitution without quotes gives is split at blanks, and quotes in it are letters; <c>xargs</c> takes the quotes off before.</remarks>
internal static class EnvExports
{
    public static IReadOnlyList<EnvExport> Link(Deployment deployment)
    {
        // What is inside of the substitution comes as commands of its own in front.
        var inner = deployment.Commands.Where(site => site.Command.IsInSubstitution).ToLookup(site => site.Span.File);
        return
        [
            .. deployment
                .Commands.Where(site => site.Command.Program == "export" && !site.IsRemote)
                .Select(site => Of(deployment, site, inner[site.Span.File]))
                .OfType<EnvExport>()
                .DistinctBy(export => export.Span),
        ];
    }

    private static EnvExport? Of(Deployment deployment, CommandSite site, IEnumerable<CommandSite> inner)
    {
        if (site.Command.Words.FirstOrDefault(word => word.Raw.StartsWith("$(", StringComparison.Ordinal)) is not { } word)
        {
            return null;
        }

        var pipe = inner.Where(other => other.Span.Start >= word.Span.Start && other.Span.End <= word.Span.End).ToList();
        if (
            pipe.Count == 0
            || pipe.Exists(other => other.Command.Program is not ("cat" or "grep" or "egrep" or "xargs"))
            || pipe.Exists(other => other.Command is { Program: "xargs", Words.Count: > 1 })
            || pipe.Exists(other => PicksLines(other.Command))
            || File(deployment, site, pipe[0].Command) is not { IsTemplate: false } file
        )
        {
            return null;
        }

        var dropsComments = pipe.Exists(other => IsGrep(other.Command) && NamesSigns(other.Command));
        var cut = file.Entries.Where(entry => Rest(entry).Any()).ToList();
        var refused = cut.Find(entry => Rest(entry).Any(rest => !IsName(rest)))?.Span ?? (dropsComments ? null : Comment(file));
        return new EnvExport(site.Subject, site.Span, file)
        {
            Cut = cut,
            RefusedAt = refused,
            StopsScript = site.Command is { StopsOnError: true, FailureIsMasked: false, IsCondition: false, Joint: not "||" },
            IsConditional = site.Command.IsConditional || site.Command.FailureIsMasked || site.Command.IsCondition,
        };
    }

    private static bool IsGrep(ShellCommand command) => command.Program is "grep" or "egrep";

    /// <summary>The pattern is of comments, or of statements as such.</summary>
    private static bool NamesSigns(ShellCommand grep) =>
        grep.Words.Any(word => word.Raw.Contains('#', StringComparison.Ordinal) || word.Raw.Contains('=', StringComparison.Ordinal));

    /// <summary>The lines of one variable alone: <c>grep -e '^NEXT_PORT' .env</c>.</summary>
    private static bool PicksLines(ShellCommand command) =>
        IsGrep(command) && !NamesSigns(command) && !command.Words.Any(word => word.HasFlag('v'));

    /// <summary>The one file that the pipe begins with.</summary>
    private static EnvFile? File(Deployment deployment, CommandSite site, ShellCommand first)
    {
        var names = first.Program == "xargs" ? [] : first.Arguments.Where(word => word.Literal is not ['-', ..]).ToList();
        var name =
            first.Program == "cat" ? (names.Count == 1 ? names[0] : null)
            : names is [_, var only] ? only
            : null;
        return name?.Literal is { } path
            ? site
                .Directories.Select(directory => RepositoryPath.Join(directory, path))
                .OfType<string>()
                .Where(deployment.Tree.HasFile)
                .Select(deployment.At<EnvFile>)
                .FirstOrDefault(file => file is not null)
            : null;
    }

    /// <summary>The words behind the first one of the statement.</summary>
    private static IEnumerable<string> Rest(EnvEntry entry)
    {
        var line = entry.Span.Text;
        return line.Contains('\n', StringComparison.Ordinal) || entry.IsExported
            ? []
            : line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Skip(1);
    }

    private static bool IsName(string word)
    {
        var end = word.IndexOf('=', StringComparison.Ordinal);
        var name = end < 0 ? word.Trim('"', '\'') : word[..end];
        return name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(WholeWords.IsOfIdentifier);
    }

    private static SourceSpan? Comment(EnvFile file) =>
        Formats
            .Lines.SourceLine.Of(file.File)
            .Where(line => line.Trimmed is ['#', ..])
            .Select(line => (SourceSpan?)line.Span)
            .FirstOrDefault();
}
