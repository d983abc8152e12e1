using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.CommandUses;

namespace Seaworthy.Reading.Linking.Pipelines.Programs;

/// <summary>The commands behind a command that starts a script, a target or a package script of this repository.</summary>
internal sealed class CalledCommands
{
    private readonly Deployment deployment;
    private readonly Dictionary<ShellCommand, CommandSite> sites = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SourceSpan, IReadOnlyList<ShellCommand>> behind = [];
    private readonly PackageScripts scripts;
    private readonly TaskTargets targets;

    public CalledCommands(Deployment deployment)
    {
        this.deployment = deployment;
        scripts = new PackageScripts(deployment);
        targets = new TaskTargets(deployment);
        foreach (var site in deployment.Commands)
        {
            sites.TryAdd(site.Command, site);
        }

        foreach (var script in deployment.Of<PackageJson>().SelectMany(package => package.Scripts))
        {
            behind.TryAdd(script.NameSpan, script.Commands);
        }

        foreach (var file in deployment.Of<TaskFile>())
        {
            foreach (var task in file.Tasks)
            {
                behind.TryAdd(
                    task.Name.Span,
                    [.. task.Prerequisites.SelectMany(name => file.Find(name.Value)?.Commands ?? []), .. task.Commands]
                );
            }
        }
    }

    public CommandSite? Site(ShellCommand command) => sites.GetValueOrDefault(command);

    /// <summary>It is in a script that goes on when it fails.</summary>
    public bool GoesOnAfter(ShellCommand command) =>
        !command.StopsOnError
        && deployment.At<ShellScript>(command.Span.File.Path) is { Commands: [.., var last] }
        && !ReferenceEquals(last, command);

    /// <summary>What the command starts; null when it starts something that cannot be looked into, none when it starts nothing of the repository.</summary>
    public IReadOnlyList<ShellCommand>? Of(CommandSite site)
    {
        List<ShellCommand> found = [];
        foreach (var known in site.Known)
        {
            var called = known switch
            {
                ProgramCommand { Runtime: "" or "bash" or "sh" or "dash" or "zsh", File: { } file } => InFile(site, file),
                SourceCommand source => InFile(site, source.File),
                TaskCommand task => InTask(site, task),
                PackageScriptCommand { Script: not null } script => scripts.Of(site, script) is { Definition: { } place }
                    ? behind.GetValueOrDefault(place) ?? []
                    : [],
                _ => [],
            };
            if (called is null)
            {
                return null;
            }

            found.AddRange(called);
        }

        return found;
    }

    /// <summary>The command is part of a package script, and its package, or one around it, depends on the program: an installation puts it where scripts look first.</summary>
    /// <remarks>Source: npm, "npm run": node_modules/.bin of the package and of the directories above it go before PATH.</remarks>
    public bool IsDependency(ShellCommand command, string program) =>
        deployment.At<PackageJson>(command.Span.File.Path) is not null
        && RepositoryPath
            .Ancestors(command.Span.File.Directory)
            .Select(directory => deployment.At<PackageJson>(RepositoryPath.Join(directory, "package.json") ?? ""))
            .OfType<PackageJson>()
            .SelectMany(package => package.Dependencies)
            .Any(dependency => dependency.Name == program || dependency.Name == program + "-cli");

    private IReadOnlyList<ShellCommand>? InFile(CommandSite site, ShellWord file)
    {
        if (site.Variables.Value(file) is not { Length: > 0 } path)
        {
            return null;
        }

        // A program in another language calls its tools in ways of its own; it installs none.
        return
            site.Directories.Select(directory => RepositoryPath.Join(directory, path)).OfType<string>().FirstOrDefault(deployment.Tree.Has)
                is { } full
            ? deployment.At<ShellScript>(full)?.Commands ?? []
            : null;
    }

    private List<ShellCommand>? InTask(CommandSite site, TaskCommand task)
    {
        List<ShellCommand> found = [];
        foreach (var use in targets.Of(site, task))
        {
            if (use.Definition is not { } place || !behind.TryGetValue(place, out var commands))
            {
                return null;
            }

            found.AddRange(commands);
        }

        return found.Count > 0 ? found : null;
    }
}
