using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>The files of the repository that its commands start by themselves: <c>./gradlew build</c>, <c>scripts/deploy.sh</c>.</summary>
internal static class StartedScripts
{
    // What only starts its command leaves it to the system; "uv run x.py" gives the file to Python.
    private static readonly HashSet<string> Starters = new(StringComparer.Ordinal)
    {
        "sudo",
        "env",
        "exec",
        "time",
        "timeout",
        "nohup",
        "nice",
        "command",
        "xvfb-run",
    };

    public static IReadOnlyList<StartedScript> Link(Deployment deployment)
    {
        var workspaces = Workspaces.Of(deployment);
        var permits = deployment.Commands.Where(site => GivesPermission(site.Command)).ToList();
        var pipelines = deployment.Pipelines.Select(pipeline => pipeline.Declared.File).ToHashSet();
        return
        [
            .. deployment
                .Commands.Where(site => site is { IsRemote: false, Directories.Count: > 0 })
                .Select(site => Of(deployment, site, workspaces.At(site.Command), pipelines, permits))
                .OfType<StartedScript>(),
        ];
    }

    private static StartedScript? Of(
        Deployment deployment,
        CommandSite site,
        WorkspacePoint? point,
        HashSet<SourceFile> pipelines,
        List<CommandSite> permits
    )
    {
        var line = CommandLine.Of(site.Command);
        return
            line.ProgramWord is { } word
            && line.Wrappers.All(Starters.Contains)
            && site.Variables.Value(word) is { } path
            && path.Contains('/', StringComparison.Ordinal)
            && Find(deployment.Tree, site, path) is { Status: FileStatus.Tracked, ModeIsUnknown: false } file
            && point is null or { OtherTreeBecause: null, Around.IgnoresCase: false }
            && point?.MayBeMade(file.Path, isSource: true) is null
            ? new StartedScript(site.Subject, word.Span, file)
            {
                IsInPipeline = pipelines.Contains(site.Span.File),
                IsConditional = site.IsConditional || site.IsAssumed || point?.IsConditional == true || GoesOn(deployment, site),
                MadeExecutableBy = permits.Find(permit => IsFor(permit, site) && Means(permit.Command, file))?.Span,
            }
            : null;
    }

    /// <summary>The script has no <c>set -e</c> and more to do: it says so, and goes on.</summary>
    private static bool GoesOn(Deployment deployment, CommandSite site) =>
        !site.Command.StopsOnError
        && deployment
            .At<ShellScript>(site.Span.File.Path)
            ?.Commands.SkipWhile(command => command.Span != site.Span)
            .Skip(1)
            .FirstOrDefault()
            is { Joint: ";" };

    private static RepositoryFile? Find(RepositoryTree tree, CommandSite site, string path) =>
        site
            .Directories.Select(directory => RepositoryPath.Join(directory, path))
            .OfType<string>()
            .Select(tree.Resolve)
            .FirstOrDefault(file => file is not null);

    /// <summary>What a job changes on a machine that is made for it, no other job sees.</summary>
    private static bool IsFor(CommandSite permit, CommandSite start) =>
        !permit.IsOnHostedRunner || !start.IsOnHostedRunner || permit.Subject == start.Subject;

    private static bool GivesPermission(ShellCommand command) =>
        (command.Words.Any(word => word.Raw.Contains("chmod", StringComparison.Ordinal)) && !TakesPermission(CommandLine.Of(command)))
        || command.Words is [{ Literal: "install" }, ..]
        || command.Words is [{ Literal: "git" }, { Literal: "config" }, ..];

    /// <summary><c>chmod 600 ~/.ssh/key</c>: nobody may start it afterwards.</summary>
    private static bool TakesPermission(CommandLine line) =>
        line.Program == "chmod"
        && line.Arguments.FirstOrDefault(word => word.Prefix is not ['-', ..])?.Literal is { Length: > 0 } mode
        && mode.All(char.IsAsciiDigit)
        && mode.All(digit => (digit - '0') % 2 == 0);

    /// <summary>Names the file, or something that may be it: a pattern, a variable, all below a directory.</summary>
    private static bool Means(ShellCommand permit, RepositoryFile file) =>
        permit.Words.Any(word =>
            word.Raw.Contains(RepositoryPath.NameOf(file.Path), StringComparison.Ordinal)
            || word.Raw.AsSpan().ContainsAny("*?$")
            || word.Literal is "-R" or "--recursive"
        );
}
