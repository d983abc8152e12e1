using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Formats.Shell;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>Tells what the commands of a script are for, one after the other; those that are for nothing in particular are left out.</summary>
/// <param name="isOnServer">The commands run where the software is served, not on a build machine: starting containers there is a deploy.</param>
internal sealed class CommandIntents(bool isOnServer)
{
    private const int MaximumDepth = 4;

    private readonly List<StepCommand> found = [];

    public static IReadOnlyList<StepCommand> Of(IReadOnlyList<ShellCommand> commands, bool isOnServer)
    {
        CommandIntents reader = new(isOnServer);
        var variables = ShellVariables.Of(commands);
        reader.Read([.. commands.Select(command => variables.WithProgram(variables.Spread(command)))], 0);
        return reader.found;
    }

    private void Read(IReadOnlyList<ShellCommand> commands, int depth)
    {
        for (var index = 0; index < commands.Count; index++)
        {
            var next = index + 1 < commands.Count ? commands[index + 1] : null;
            Read(commands[index], next, depth);
        }
    }

    private void Read(ShellCommand command, ShellCommand? next, int depth)
    {
        var before = found.Count;
        var all = KnownCommand.Of(command);
        foreach (var known in all)
        {
            Add(command, IntentsOf(known, next));
        }

        ReadInner(command, all, depth);

        if (found.Count == before)
        {
            Add(command, ProgramIntents.Of(CommandLine.Of(command), isOnServer));
        }
    }

    // What runs inside a container or on another machine is judged there.
    private void ReadInner(ShellCommand command, IReadOnlyList<KnownCommand> all, int depth)
    {
        // What is only written here runs later, elsewhere.
        if (depth >= MaximumDepth || InnerScript.Of(command) is { Place: InnerPlace.WrittenFile })
        {
            return;
        }

        var script = ShellParser.ParseInner(command);
        if (script.Count == 0)
        {
            script = [.. all.Select(known => known.Carried).OfType<ShellCommand>()];
        }

        if (script.Count > 0)
        {
            var isRemote = all.Any(known => known is RemoteCommand);
            script = isRemote ? [.. script.Select(inner => Below(inner, command, isOnly: script.Count == 1))] : script;
            CommandIntents reader = new(isOnServer || isRemote || all.Any(known => known is KubectlCommand));
            reader.Read(script, depth + 1);
            found.AddRange(isRemote ? RemoteScript.Judged(script, reader.found) : reader.found);
        }
    }

    /// <summary>What swallows the status of <c>ssh</c> swallows that of its script: <c>ssh host docker compose up || true</c>.</summary>
    private static ShellCommand Below(ShellCommand inner, ShellCommand outer, bool isOnly) =>
        inner with
        {
            FailureIsMasked = inner.FailureIsMasked || outer.FailureIsMasked,
            HasFallback = inner.HasFallback || outer.HasFallback,
            LostTo = isOnly ? inner.LostTo ?? outer.LostTo : inner.LostTo,
        };

    private IEnumerable<StepIntent> IntentsOf(KnownCommand known, ShellCommand? next) =>
        known switch
        {
            DockerBuildCommand build => build.Pushes ? [StepIntent.BuildImage, StepIntent.PushImage] : [StepIntent.BuildImage],
            ImageCommand image => image.Verb == "push" ? [StepIntent.PushImage] : [],
            DockerRunCommand run => ContainerIntents.OfRun(run, isOnServer),
            DockerCommand docker => ContainerIntents.OfDocker(docker),
            ComposeCommand compose => ContainerIntents.OfCompose(compose, isOnServer),
            KubectlCommand kubectl => ClusterIntents.OfKubectl(kubectl),
            HelmCommand helm => ClusterIntents.OfHelm(helm),
            PlatformCommand platform => PlatformIntents.Of(platform),
            PackageScriptCommand script => PackageIntents.OfScript(script),
            PackageInstallCommand install => PackageIntents.OfInstall(install),
            BuildCommand build => PackageIntents.OfBuild(build),
            TestRunCommand => [StepIntent.Test],
            HttpProbeCommand probe => ProbeIntents.Of(probe, next),
            PortProbeCommand => [StepIntent.WaitForHealth],
            DatabaseCommand database => DataIntents.OfDatabase(database),
            MigrationCommand migration => DataIntents.OfMigration(migration),
            FileCommand file => DataIntents.OfFile(file, isOnServer),
            TaskCommand task => task.Targets.SelectMany(target => IntentNames.Of(target.ToString())),
            _ => [],
        };

    private void Add(ShellCommand command, IEnumerable<StepIntent> intents)
    {
        foreach (var intent in intents)
        {
            if (intent != StepIntent.Other && !found.Any(entry => ReferenceEquals(entry.Command, command) && entry.Intent == intent))
            {
                found.Add(new StepCommand(command, intent));
            }
        }
    }
}
