using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Commands;

/// <summary>From which directories the repository itself starts its scripts, and which of them run inside images.</summary>
internal sealed class ScriptStarts
{
    // A script that starts a script that starts a script: deeper chains than this nobody writes.
    private const int MostRounds = 4;

    private static readonly char[] Separators = [' ', '"', '\'', ',', '[', ']', ';', '\n', '\t', '(', ')'];

    private readonly Dictionary<string, ShellScript> scripts = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> starts = new(StringComparer.Ordinal);
    private readonly HashSet<string> inImages = new(StringComparer.Ordinal);
    private readonly HashSet<string> copied = new(StringComparer.Ordinal);

    public ScriptStarts(Deployment deployment, IReadOnlyList<CommandSite> callers)
    {
        foreach (var script in deployment.Of<ShellScript>())
        {
            scripts[script.File.Path] = script;
            names.Add(script.File.Name);
        }

        FindInImages(deployment);
        IReadOnlyList<CommandSite> sites = [.. callers, .. scripts.Values.SelectMany(script => CommandSites.OfScript(script, this))];
        for (var round = 0; round < MostRounds && sites.Count > 0; round++)
        {
            var found = sites.Where(site => site is { IsAssumed: false, IsRemote: false }).SelectMany(Called).Distinct().ToList();
            sites =
            [
                .. found
                    .Where(Add)
                    .Select(call => call.Script)
                    .Distinct()
                    .SelectMany(script => CommandSites.OfScript(scripts[script], this)),
            ];
        }
    }

    /// <summary>Where the callers of a script start it; empty when the repository has none.</summary>
    public IReadOnlyList<string> Of(ShellScript script) => starts.TryGetValue(script.File.Path, out var found) ? found : [];

    /// <summary>An image or a container takes the script in and runs it there, where other files are.</summary>
    public bool IsInImage(ShellScript script) =>
        inImages.Contains(script.File.Name)
        || copied.Any(directory =>
            script.File.Directory == directory
            || script.File.Directory.StartsWith(directory + "/", StringComparison.Ordinal)
            || script.File.Directory.EndsWith("/" + directory, StringComparison.Ordinal)
        );

    private bool Add(Start call)
    {
        if (!starts.TryGetValue(call.Script, out var known))
        {
            starts[call.Script] = known = [];
        }

        if (known.Contains(call.Directory))
        {
            return false;
        }

        known.Add(call.Directory);
        return true;
    }

    private IEnumerable<Start> Called(CommandSite site)
    {
        if (!site.Command.Words.Any(word => names.Contains(RepositoryPath.NameOf(word.Raw.Trim('"', '\'')))))
        {
            return [];
        }

        return from known in site.Known
            let word = known switch
            {
                ProgramCommand program => program.File,
                SourceCommand source => source.File,
                _ => null,
            }
            where word is not null
            let path = site.Variables.Value(word)
            where path is { Length: > 0 }
            from directory in site.Directories
            let full = RepositoryPath.Join(directory, path)
            where full is not null && scripts.ContainsKey(full)
            select new Start(full, directory);
    }

    private void FindInImages(Deployment deployment)
    {
        foreach (var instruction in deployment.Of<Dockerfile>().SelectMany(file => file.Stages).SelectMany(stage => stage.Instructions))
        {
            switch (instruction)
            {
                case DockerInstruction.Copy { From: null } copy:
                    copy.Sources.Select(source => source.Raw).ToList().ForEach(Take);
                    break;
                case DockerInstruction.Run run:
                    Mention(run.Command.Raw);
                    break;
                case DockerInstruction.Cmd command:
                    Mention(command.Command.Raw);
                    break;
                case DockerInstruction.Entrypoint entrypoint:
                    Mention(entrypoint.Command.Raw);
                    break;
            }
        }

        foreach (var service in deployment.Of<ComposeFile>().SelectMany(file => file.Services))
        {
            Mention(service.Command?.Raw ?? "");
            Mention(service.Entrypoint?.Raw ?? "");
            service.Volumes.Select(mount => mount.Source?.Raw ?? "").ToList().ForEach(Take);
        }
    }

    private void Take(string source)
    {
        var path = source.TrimEnd('/').TrimStart('.', '/');
        Mention(path);
        if (path.Length > 0)
        {
            copied.Add(path);
        }
    }

    private void Mention(string text)
    {
        foreach (var word in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            var name = RepositoryPath.NameOf(word);
            if (names.Contains(name))
            {
                inImages.Add(name);
            }
        }
    }

    /// <summary>A script, started in a directory.</summary>
    private sealed record Start(string Script, string Directory);
}
