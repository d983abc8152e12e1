using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using ComposeLine = Seaworthy.Model.Declared.Scripts.Commands.ComposeCommand;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>Compose commands to the files they load.</summary>
/// <remarks>Source: Docker documentation, "docker compose", "Use -f to specify the name and path of one or more Compose files".</remarks>
internal sealed class ComposeCalls
{
    private readonly Deployment deployment;
    private readonly Dictionary<string, ComposeFile> files;
    private readonly Dictionary<string, ComposeProject> merged = new(StringComparer.Ordinal);

    private ComposeCalls(Deployment deployment)
    {
        this.deployment = deployment;
        files = deployment.Of<ComposeFile>().ToDictionary(file => file.File.Path, StringComparer.Ordinal);
    }

    public static IReadOnlyList<ComposeCall> Link(Deployment deployment)
    {
        ComposeCalls calls = new(deployment);
        return
        [
            .. from site in deployment.Commands
            where MayBe(site.Command)
            from line in site.Known.OfType<ComposeLine>()
            select calls.Call(site, line),
        ];
    }

    /// <summary>Whether a command is worth a closer look.</summary>
    public static bool MayBe(ShellCommand command) =>
        command.Words.Any(word => word.Literal?.Contains("compose", StringComparison.Ordinal) is true)
        || command.Words.Take(2).Any(word => word.Literal is null);

    /// <summary>The compose commands that a command of a document is: it has no site.</summary>
    public static IEnumerable<ComposeLine> In(ShellCommand command) => MayBe(command) ? KnownCommand.Of(command).OfType<ComposeLine>() : [];

    private ComposeCall Call(CommandSite site, ComposeLine line)
    {
        var profiles = line.Profiles.Select(word => site.Variables.Value(word)).ToList();
        var call = new ComposeCall(site, line.Verb, [])
        {
            NamesFiles = line.Files.Count > 0,
            Services = line.Services,
            Profiles = profiles.Contains(null) ? null : [.. profiles.OfType<string>()],
        };
        if (site.Directories.Count == 0)
        {
            return call with { UnknownBecause = "its working directory is unknown" };
        }

        if (line.Files.Count == 0)
        {
            var named = ComposeFileVariable.Of(deployment, site);
            return named is { IsKnown: false }
                ? call with
                {
                    UnknownBecause = named.UnknownBecause,
                }
                : Loaded(call, line, Usual(site, named));
        }

        if (line.Files.Any(word => word.Literal == "-"))
        {
            return call with { UnknownBecause = "it reads a file from standard input" };
        }

        var words = line.Files.Select(word => Written(site, word)).ToList();
        return words.Contains(null) ? call with { UnknownBecause = "its files are computed" }
            : words.Exists(word => word?.Value == "-") ? call with { UnknownBecause = "it reads its file from standard input" }
            : Loaded(call, line, Named(site, [.. words.OfType<Fact<string>>()]));
    }

    private ComposeCall Loaded(ComposeCall call, ComposeLine line, IReadOnlyList<ComposeCallFile> loaded)
    {
        if (loaded.Count == 0)
        {
            return call with { UnknownBecause = "its working directory has no compose file" };
        }

        var isWhole = loaded.All(file => file.File is not null) && line.ProjectDirectory is null;
        return call with
        {
            Files = loaded,
            Project = isWhole ? Merge([.. loaded.Select(file => file.File).OfType<ComposeFile>()]) : null,
            UnknownBecause = isWhole ? null : "not every file it loads was read",
        };
    }

    private static Fact<string>? Written(CommandSite site, ShellWord word) =>
        site.Variables.DefaultValue(word) is { Length: > 0 } text ? new Fact<string>(text, word.Span) : null;

    /// <summary>Of the directories in which the command may run, the first that has all of the files, else the likeliest.</summary>
    private IReadOnlyList<ComposeCallFile> Named(CommandSite site, IReadOnlyList<Fact<string>> written)
    {
        // A script is often started from a directory above its own.
        var ways = site
            .Directories.Concat(site.IsAssumed || site.IsRemote ? RepositoryPath.Ancestors(site.Span.File.Directory) : [])
            .Distinct(StringComparer.Ordinal)
            .Select(directory => written.Select(word => new { Word = word, Path = RepositoryPath.Join(directory, word.Value) }).ToList())
            .Where(way => way.All(file => file.Path is not null))
            .ToList();
        var best = ways.Find(way => way.All(file => deployment.Tree.HasFile(file.Path ?? ""))) ?? ways.FirstOrDefault();
        return [.. (best ?? []).Select(file => new ComposeCallFile(file.Path ?? "", file.Word, files.GetValueOrDefault(file.Path ?? "")))];
    }

    private IReadOnlyList<ComposeCallFile> Usual(CommandSite site, Resolved? named)
    {
        foreach (var directory in site.Directories)
        {
            var found = named is { Text: { } list }
                ? ComposeDefaults.FilesNamedBy(
                    list,
                    site.Variables["COMPOSE_PATH_SEPARATOR"] is { Length: > 0 } separator ? separator : ":",
                    directory
                )
                : FilesNamedByFile(directory) ?? ComposeDefaults.FilesFor(directory, deployment.Tree.HasFile);
            if (found.Count > 0)
            {
                return [.. found.Select(path => new ComposeCallFile(path, null, files.GetValueOrDefault(path)))];
            }
        }

        return [];
    }

    private IReadOnlyList<string>? FilesNamedByFile(string directory) =>
        deployment.Of<EnvFile>().FirstOrDefault(file => file.File.Name == ".env" && file.File.Directory == directory) is { } environment
        && ComposeDefaults.FilesNamedBy(environment) is { Count: > 0 } named
            ? named
            : null;

    private ComposeProject Merge(IReadOnlyList<ComposeFile> parts)
    {
        var key = string.Join('\n', parts.Select(part => part.File.Path));
        return merged.TryGetValue(key, out var known)
            ? known
            : merged[key] = ComposeMerger.Merge(parts, parts[0].File.Directory, path => files.GetValueOrDefault(path));
    }
}
