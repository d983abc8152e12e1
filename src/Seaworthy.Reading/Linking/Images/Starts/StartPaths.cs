using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Commands;
using Seaworthy.Reading.Linking.Images.Effects;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>What containers start, looked for where it would be: in the image, or in a directory that is mounted over it.</summary>
internal static class StartPaths
{
    public static IEnumerable<PathUse> Find(Deployment deployment)
    {
        RepositoryBuilds builds = new(deployment);
        PythonModules modules = new(deployment);
        Lazy<WrittenPaths> written = new(() => new WrittenPaths(deployment));
        Lazy<DescribedPaths> described = new(() => new DescribedPaths(deployment));
        return deployment
            .Startups.SelectMany(startup => Of(deployment, startup, builds, modules).Select(Put))
            .Concat(
                deployment
                    .Images.DistinctBy(image => new { image.Dockerfile, image.Final.Declared })
                    .SelectMany(image => OfHealthcheck(deployment, image, builds, modules))
            );

        // What a mount lacks in a clone, a command makes or documentation tells to make.
        PathUse Put(PathUse use) =>
            use.Answer is { IsMissing: true, Mount: not null, Looked: var path }
            && (written.Value.Find(path) ?? described.Value.Find(path)) is { } place
                ? use with
                {
                    Answer = new PathAnswer(Presence.Stated, path, null, place),
                }
                : use;
    }

    private static IEnumerable<PathUse> Of(Deployment deployment, Startup startup, RepositoryBuilds builds, PythonModules modules)
    {
        if (startup.Workload is { Kind: TargetKind.Procfile } process)
        {
            return OfProcfile(deployment, startup, process, modules);
        }

        if (
            startup.Start is not { WorkingDirectory: { } directory } start
            || (startup.Image is null && startup.Workload is null)
            // The project itself is written as the container starts.
            || start.Commands.Any(command => command.Words.Any(word => word.Literal == "startproject"))
        )
        {
            return [];
        }

        // An image whose every user lays something over it is judged where it is used.
        var users = startup.Workload is { } own ? [own] : Users(deployment, startup);
        return users.Count == 0 && startup.Workload is null && IsStartedOtherwise(deployment, startup) ? []
            : users.Count == 0 ? Uses(deployment, startup, null, directory, builds, modules)
            : users
                .Select(user =>
                    Uses(deployment, startup, user, directory, builds, modules).Select(use => Shared(deployment, user, use)).ToList()
                )
                .OrderBy(uses => uses.Count(use => use.Answer.IsMissing))
                .First();
    }

    /// <summary>A slug is the repository itself, in <c>/app</c>; a build may add files to it, so only modules of the source count.</summary>
    /// <remarks>Source: Heroku Dev Center, "Dyno Runtime", "Slug Compiler".</remarks>
    private static IEnumerable<PathUse> OfProcfile(Deployment deployment, Startup startup, Workload process, PythonModules modules)
    {
        Mount slug = new(MountKind.Bind, process.Span.File.Directory, "/app", IsReadOnly: false, process.Span);
        ContainerFiles files = new(deployment.Tree, null, process with { Mounts = [slug] });
        return Modules(files, startup.Start?.Commands ?? [], "/app", startup.Subject, modules).Where(use => use.Answer.IsMissing);
    }

    private static IEnumerable<PathUse> Uses(
        Deployment deployment,
        Startup startup,
        Workload? user,
        string directory,
        RepositoryBuilds builds,
        PythonModules modules
    )
    {
        ContainerFiles files = new(deployment.Tree, startup.Image, user);
        var supervised = Supervised(deployment, new Container(startup.Subject, startup.Image, user, startup.Start), directory);
        List<ShellScript> scripts = [.. Scripts(deployment, files, startup, directory)];
        var isMoved = scripts.Exists(IsMoved);
        var handed = isMoved ? [] : startup.Start?.Whole ?? [];
        return Uses(files, handed, directory, startup.Subject, builds, modules)
            .Concat(InScripts(isMoved ? [] : scripts, files, startup, directory, modules))
            .Concat(
                supervised.SelectMany(program =>
                    Uses(files, program.Commands, program.Directory ?? directory, $"supervisord of {startup.Subject}", builds, modules)
                )
            );
    }

    /// <summary>A script of the image goes to another directory, or says where modules are, before it hands over to the command: <c>cd app; exec "$@"</c>.</summary>
    private static bool IsMoved(ShellScript script) =>
        (
            script.File.Text.Contains("PYTHONPATH", StringComparison.Ordinal)
            || script.Commands.Any(command => command.Program is "cd" or "pushd")
        ) && script.Commands.Any(command => command.Words.Any(word => word.Raw.Contains("$@", StringComparison.Ordinal)));

    private static IEnumerable<SupervisorProgram> Supervised(Deployment deployment, Container container, string directory) =>
        (container.Start?.Whole ?? [])
            .Where(command => SupervisedPrograms.IsSupervisor(command.Program))
            .SelectMany(command => SupervisedPrograms.Of(deployment, container, command.Words, directory) ?? []);

    /// <summary>
    /// The servers that the scripts of the repository hand over to: <c>exec gunicorn shop.wsgi</c>. Whatever runs before may make files, so only modules count, and only of a script that says nothing of
    /// where modules are looked for.
    /// </summary>
    private static IEnumerable<PathUse> InScripts(
        IEnumerable<ShellScript> scripts,
        ContainerFiles files,
        Startup startup,
        string directory,
        PythonModules modules
    )
    {
        var commands = scripts
            .Where(script => !script.File.Text.Contains("PYTHONPATH", StringComparison.Ordinal))
            .SelectMany(script => script.Commands)
            .Where(command => command is { IsConditional: false, FailureIsMasked: false, Function: null });
        return Modules(files, commands, directory, startup.Subject, modules);
    }

    private static IEnumerable<PathUse> Modules(
        ContainerFiles files,
        IEnumerable<ShellCommand> commands,
        string directory,
        string subject,
        PythonModules modules
    )
    {
        foreach (var command in commands)
        {
            if (
                command.Directory is { } inside
                && ImagePath.Join(directory, inside) is { } here
                && KnownCommand.Of(command).OfType<ProgramCommand>().FirstOrDefault()
                    is { Runtime: not "python", Application: { Literal: { } name } word } program
                && PythonModules.IsHosted(program)
                && modules.Find(files, program, name, here) is { } answer
            )
            {
                yield return Named(files, subject, program, here, name, word.Span, answer);
            }
        }
    }

    private static IEnumerable<ShellScript> Scripts(Deployment deployment, ContainerFiles files, Startup startup, string directory) =>
        (startup.Start?.Whole ?? [])
            .SelectMany(command => command.Words)
            .Select(word => word.Literal is { } text ? ImagePath.Join(directory, text) : null)
            .OfType<string>()
            .Select(path =>
                files.Find(path) is { Presence: Presence.Present, Actual: { } source } ? deployment.At<ShellScript>(source) : null
            )
            .OfType<ShellScript>()
            .Distinct();

    private static PathUse Named(
        ContainerFiles files,
        string subject,
        ProgramCommand program,
        string here,
        string path,
        SourceSpan span,
        PathAnswer answer
    ) =>
        new(PathRole.Entrypoint, path, span, subject, answer)
        {
            From = $"the working directory {here}",
            FromSpan = answer.Because,
            Tool = program.Runtime,
            IsAssumed = files.IsAssumed,
        };

    /// <summary>What a mount lacks, another container may put there.</summary>
    private static PathUse Shared(Deployment deployment, Workload user, PathUse use)
    {
        if (!use.Answer.IsMissing)
        {
            return use;
        }

        var why =
            SharedMounts.Writer(deployment, user, use.Answer.Looked) is { } writer
                ? $"{writer}, run by another container of the project, may write it there"
            : SharedMounts.Holder(deployment, user, use.Answer.Looked) is { } other
                ? $"{other.Name} mounts the same volume, and may write it there"
            : null;
        return why is null ? use : use with { Answer = use.Answer with { Presence = Presence.Unknown, Why = why } };
    }

    /// <summary>The workloads that start the image with its own command.</summary>
    private static List<Workload> Users(Deployment deployment, Startup startup) =>
        [.. Running(deployment, startup).Where(workload => workload.Start?.Span == startup.Span)];

    /// <summary>Every workload that runs the image gives it another command: nothing says that its own is ever used.</summary>
    private static bool IsStartedOtherwise(Deployment deployment, Startup startup) =>
        Running(deployment, startup).Any(workload => workload.Start is not null);

    private static IEnumerable<Workload> Running(Deployment deployment, Startup startup) =>
        startup.Image is { } image ? deployment.WorkloadsOf(image) : [];

    private static IEnumerable<PathUse> OfHealthcheck(Deployment deployment, Image image, RepositoryBuilds builds, PythonModules modules) =>
        image.Final.Declared.Healthcheck is { Command: { } command } && image.Final.WorkingDirectory is { } directory
            ? Uses(
                new ContainerFiles(deployment.Tree, image, null),
                command.Commands,
                directory,
                $"HEALTHCHECK of {image.Name}",
                builds,
                modules
            )
            : [];

    private static IEnumerable<PathUse> Uses(
        ContainerFiles files,
        IReadOnlyList<ShellCommand> commands,
        string directory,
        string subject,
        RepositoryBuilds builds,
        PythonModules modules
    )
    {
        foreach (var started in new StartedPrograms(files, builds).Find(commands, directory))
        {
            foreach (var use in Of(files, started.Program, started.Here, subject, builds, modules))
            {
                yield return started.Through is { } through ? use with { FromSpan = through } : use;
            }
        }
    }

    private static IEnumerable<PathUse> Of(
        ContainerFiles files,
        ProgramCommand program,
        string here,
        string subject,
        RepositoryBuilds builds,
        PythonModules modules
    )
    {
        if (program.File is { Literal: { Length: > 0 } file } word && !file.AsSpan().ContainsAny("*?$"))
        {
            yield return Use(file, word.Span, FindFile(files, program, file, here, builds));
        }

        var module = program.Runtime == "python" ? program.Module : program.Application;
        if (
            module is { Literal: { } name } written
            && PythonModules.IsHosted(program)
            && modules.Find(files, program, name, here) is { } answer
        )
        {
            yield return Use(name, written.Span, answer);
        }

        PathUse Use(string path, SourceSpan span, PathAnswer answer) => Named(files, subject, program, here, path, span, answer);
    }

    private static PathAnswer FindFile(ContainerFiles files, ProgramCommand program, string file, string here, RepositoryBuilds builds)
    {
        var path = ImagePath.Join(here, file) ?? file;
        var answer = files.Find(path);
        if (answer.Presence == Presence.Unknown && program.Runtime == "dotnet" && builds.IsNoAssembly(file))
        {
            return new PathAnswer(Presence.Absent, path, Why: $"no project builds {ImagePath.NameOf(file)}");
        }

        if (
            program.Runtime is not ("node" or "nodejs" or "tsx" or "bun" or "nodemon" or "ts-node" or "pm2" or "pm2-runtime")
            || answer.Presence is Presence.Present or Presence.Unknown
        )
        {
            return answer;
        }

        // Source: Node.js documentation, "Modules: CommonJS modules", "All together": endings are tried, then an index.
        var others = new[] { ".js", ".cjs", ".mjs", ".ts", ".json", "/index.js", "/index.ts", "/package.json" }.Select(ending =>
            files.Find(path + ending)
        );
        return others.FirstOrDefault(other => other.Presence is Presence.Present or Presence.Unknown) ?? answer;
    }
}
