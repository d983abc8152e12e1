using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using ComposeLine = Seaworthy.Model.Declared.Scripts.Commands.ComposeCommand;

namespace Seaworthy.Rules.Configuration;

/// <summary>Files of variables that are written where a Compose project is started.</summary>
/// <remarks>Source: Docker documentation, "Set, use, and manage variables in a Compose file with interpolation": of the files beside the project only <c>.env</c> is read.</remarks>
internal static class MadeEnvFiles
{
    private static readonly string[] Copies = ["example", "sample", "template", "dist", "bak", "backup", "old", "orig"];

    // They name a file, and take nothing from it.
    private static readonly string[] Bystanders = ["echo", "printf", "chmod", "chown", "ls", "[", "[[", "test", "touch", "rm", "stat"];

    public static IReadOnlyList<MadeEnvFile> Link(Deployment deployment)
    {
        Dictionary<string, List<Fact<string>>> unset = Unset(deployment);
        return unset.Count == 0
            ? []
            :
            [
                .. deployment
                    .Commands.GroupBy(site => new { Runner = Runner(site, deployment), site.Span.File })
                    .SelectMany(ofText => Of([.. ofText], deployment, unset))
                    .DistinctBy(made => new { made.Writing, made.Start }),
            ];
    }

    /// <summary>Jobs on a machine of one's own find what earlier ones have written; other texts have only what is in them.</summary>
    private static string Runner(CommandSite site, Deployment deployment) =>
        site is { IsOnHostedRunner: false, IsRemote: false } && deployment.At<Workflow>(site.Span.File.Path) is not null
            ? ""
            : site.Subject;

    /// <summary>By the path of a compose file, the variables that are blank when only .env is read.</summary>
    private static Dictionary<string, List<Fact<string>>> Unset(Deployment deployment) =>
        deployment
            .Targets.Where(target => target.Kind == TargetKind.Compose)
            .SelectMany(target => target.Files.Select(file => new { file.Path, target }))
            .SelectMany(pair =>
                pair.target.Workloads.SelectMany(workload => workload.UnsetVariables).Select(name => new { pair.Path, Name = name })
            )
            .GroupBy(pair => pair.Path, StringComparer.Ordinal)
            .ToDictionary(ofFile => ofFile.Key, ofFile => ofFile.Select(pair => pair.Name).ToList(), StringComparer.Ordinal);

    private static IEnumerable<MadeEnvFile> Of(List<CommandSite> sites, Deployment deployment, Dictionary<string, List<Fact<string>>> unset)
    {
        foreach (var (at, start) in sites.Index())
        {
            if (
                start.Known.OfType<ComposeLine>().FirstOrDefault(compose => compose is { Verb: "up", ProjectDirectory: null }) is not { } up
                || ProjectDirectory(start, up) is not { } directory
                || Loaded(start, up, deployment) is not { } file
                || !unset.TryGetValue(file.File.Path, out var blank)
            )
            {
                continue;
            }

            foreach (var writing in sites.Take(at).Where(site => site.Command.WrittenVariables.Any()))
            {
                var written = writing.Command.WrittenVariables.ToHashSet(StringComparer.Ordinal);
                var names = blank
                    .Where(name => written.Contains(name.Value) && !IsExported(sites, name.Value))
                    .DistinctBy(name => name.Value)
                    .ToList();
                if (Target(writing) is { } path && DirectoryOf(path) == directory && names.Count > 0)
                {
                    yield return new MadeEnvFile(start.Subject, path, writing.Span, start.Span, names)
                    {
                        IsRead = IsRead(path, writing, start, sites, file),
                    };
                }
            }
        }
    }

    /// <summary>Where the command writes to, from where the script starts or from the root; null when it is not known or no file of variables.</summary>
    private static string? Target(CommandSite site) =>
        site.Command.Redirects.FirstOrDefault(redirect => redirect.Operator is ">" or ">>") is { } redirect
        && site.Variables.Value(redirect.Target) is { } path
        && Path(site.Command.Directory, path) is { } full
        && full[(full.LastIndexOf('/') + 1)..] is var name
        && (
            name is ".env" or "env" || name.StartsWith(".env.", StringComparison.Ordinal) || name.EndsWith(".env", StringComparison.Ordinal)
        )
        && !name.Split('.', '-', '_').Any(Copies.Contains)
            ? full
            : null;

    /// <summary>Compose looks for .env beside the first file that it loads.</summary>
    private static string? ProjectDirectory(CommandSite site, ComposeLine up) =>
        up.Files is [var first, ..]
            ? site.Variables.Value(first) is { } path && Path(site.Command.Directory, path) is { } full
                ? DirectoryOf(full)
                : null
            : site.Command.Directory;

    private static ComposeFile? Loaded(CommandSite site, ComposeLine up, Deployment deployment)
    {
        if (deployment.ComposeCalls.FirstOrDefault(call => call.Site == site) is { Files: [{ File: { } known }, ..] })
        {
            return known;
        }

        // On another machine the repository is elsewhere: its only file of that name is meant.
        var name = up.Files is [var first] && site.Variables.Value(first) is { } path ? path[(path.LastIndexOf('/') + 1)..] : null;
        return deployment.Of<ComposeFile>().Where(file => file.File.Name == name).ToList() is [var only] ? only : null;
    }

    private static bool IsRead(string path, CommandSite writing, CommandSite start, List<CommandSite> sites, ComposeFile file)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name == ".env"
            || (name == "env" ? NamesInEnvFile(file, name) : file.File.Mentions(name))
            || sites.Exists(other => other.Command.Assignments.Any(assignment => assignment.Name == "COMPOSE_ENV_FILES"))
            || start.Command.Words.Any(word => word.Prefix.StartsWith("--env-file", StringComparison.Ordinal))
            || sites.Exists(other => other != writing && (Takes(other, name) || MakesDefault(other, DirectoryOf(path))));
    }

    private static bool NamesInEnvFile(ComposeFile file, string name) =>
        file.Services.Any(service =>
            service.EnvFiles.Any(entry =>
                entry.Path.Literal is { } path && (path == name || path.EndsWith("/" + name, StringComparison.Ordinal))
            )
        );

    private static bool Takes(CommandSite site, string name) =>
        (!Bystanders.Contains(CommandLine.Of(site.Command).Program) && site.Command.Words.Skip(1).Any(word => Names(word, name)))
        || site.Command.Redirects.Any(redirect => redirect.Operator is "<" && Names(redirect.Target, name));

    /// <summary>It makes or names <c>.env</c> in the directory of the project, as far as its place is known.</summary>
    private static bool MakesDefault(CommandSite site, string directory) =>
        site.Command.Words.Skip(1)
            .Concat(site.Command.Redirects.Select(redirect => redirect.Target))
            .Any(word =>
                Names(word, ".env")
                && !(
                    site.Variables.Value(word) is { } path
                    && Path(site.Command.Directory, path) is { } full
                    && DirectoryOf(full) != directory
                )
            ) || site.Command is { Program: "set", Words: [_, { Literal: "-a" or "-o" }, ..] };

    private static bool Names(ShellWord word, string name) =>
        word.Raw.Trim('"', '\'') is var raw
        && (raw == name || raw.EndsWith("/" + name, StringComparison.Ordinal) || raw.EndsWith("=" + name, StringComparison.Ordinal));

    private static bool IsExported(List<CommandSite> sites, string name) =>
        sites.Exists(site =>
            (site.Command.Program is "export" or "declare" && site.Command.Words.Skip(1).Any(word => word.Raw.Split('=')[0] == name))
            || (site.Command.Words.Count > 0 && site.Command.Assignments.Any(assignment => assignment.Name == name))
        );

    private static string? Path(string? directory, string path) =>
        path is ['/', ..] ? Clean(path)
        : directory is null || path is ['~', ..] ? null
        : Clean(directory.Length == 0 ? path : $"{directory}/{path}");

    // `./.env` and `.env` are one file.
    private static string Clean(string path) =>
        (path is ['/', ..] ? "/" : "")
        + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "."));

    private static string DirectoryOf(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";
}
