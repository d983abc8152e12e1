using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Commands;
using Seaworthy.Reading.Linking.CommandUses;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The compose files that commands name with <c>-f</c>, and that compose files extend and include.</summary>
internal static class ComposeFilePaths
{
    // What brings files of the repository to a server: programs, and actions that are named after them.
    private static readonly string[] Copies = ["scp", "rsync", "git clone"];

    // What brings a checkout on a server up to date; of which repository, it does not say.
    private static readonly string[] Updates = ["git pull", "git fetch"];

    public static IEnumerable<PathUse> Find(Deployment deployment, WrittenPaths written, DescribedPaths described)
    {
        var names = deployment.Of<ComposeFile>().Select(file => file.File.Name).ToHashSet(StringComparer.Ordinal);
        Lazy<Workspaces> workspaces = new(() => Workspaces.Of(deployment));
        return deployment
            .ComposeCalls.SelectMany(call => OfCall(deployment, call, names, workspaces))
            .Concat(deployment.Of<ComposeFile>().SelectMany(file => OfFile(deployment, file)))
            .Select(use =>
                use.Answer.IsMissing && written.Find(use.Answer.Looked) is { } command
                    ? use with
                    {
                        Answer = use.Answer with { Presence = Presence.Produced, Because = command },
                    }
                    : use with
                    {
                        ToldAt = described.Find(use.Answer.Looked),
                    }
            );
    }

    private static IEnumerable<PathUse> OfCall(
        Deployment deployment,
        ComposeCall call,
        HashSet<string> names,
        Lazy<Workspaces> workspaces
    ) =>
        from file in call.Files
        let word = file.Written
        where word is not null && !word.Value.Contains('"', StringComparison.Ordinal)
        let answer = deployment.Tree.Look(file.Path, word.Value)
        select new PathUse(
            PathRole.ComposeFile,
            word.Value,
            word.Span,
            call.Site.Subject,
            answer.Presence is Presence.Absent or Presence.IgnoredByGit
            && (
                IsOfServer(call) ? "the command runs on a server, perhaps in another repository"
                : IsGenerated(deployment, call.Site) ? "an earlier command may create it"
                : workspaces.Value.At(call.Site.Command)?.MayBeMade(answer.Looked, isSource: true)
            )
                is { } why
                ? answer with
                {
                    Presence = Presence.Unknown,
                    Why = why,
                }
                : answer
        )
        {
            From = call.Site.Directories is [{ Length: > 0 } directory, ..] ? directory : "the repository root",
            // Wherever a script is started from, a file that the repository has nowhere is not there.
            IsAssumed = call.Site.IsRemote || (call.Site.IsAssumed && names.Contains(RepositoryPath.NameOf(file.Path))),
            IsConditional = call.Site.IsConditional,
        };

    /// <summary>
    /// Runs on another machine, and nothing beside it brings the repository there: no copy, and no checkout that is brought up to date and started whole.
    /// Where single services of a checkout are started, they may be of a repository that joins many.
    /// </summary>
    private static bool IsOfServer(ComposeCall call) =>
        call.Site.IsRemote && !Names(call.Site, Copies) && (StartsSome(call) || !Names(call.Site, Updates));

    private static bool Names(CommandSite site, string[] commands) =>
        Array.Exists(commands, command => site.Span.File.Text.Contains(command, StringComparison.Ordinal));

    private static bool StartsSome(ComposeCall call) => call is { Verb: "up" or "pull", Services.Count: > 0 };

    /// <summary>A command before it generates something, and does not say what.</summary>
    private static bool IsGenerated(Deployment deployment, CommandSite site) =>
        deployment.Commands.Any(other =>
            ReferenceEquals(other.Span.File, site.Span.File)
            && other.Subject == site.Subject
            && other.Span.Start < site.Span.Start
            && other.Command.Words.Any(word => word.Literal is "generate" or "gen" or "render" or "template" or "kompose")
        );

    private static IEnumerable<PathUse> OfFile(Deployment deployment, ComposeFile file)
    {
        var included = file.Includes.SelectMany(include => include.Paths);
        var extended = file.Services.Select(service => service.Extends?.File).OfType<Template>();
        foreach (var template in included.Concat(extended))
        {
            if (template.Literal is { Length: > 0 } path && RepositoryPath.Join(file.File.Directory, path) is { } full)
            {
                yield return new PathUse(PathRole.ComposeFile, path, template.Span, file.File.Path, deployment.Tree.Look(full, path))
                {
                    From = file.File.Directory.Length == 0 ? "the repository root" : file.File.Directory,
                };
            }
        }
    }
}
