using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>What starts in every image of the repository, and in every workload that replaces the image's command.</summary>
internal static class StartupLinker
{
    public static IReadOnlyList<Startup> Link(Deployment deployment) =>
        [
            .. deployment
                .Images.DistinctBy(image => new { image.Dockerfile, image.Final.Declared })
                .Select(image => OfImage(deployment, image))
                .OfType<Startup>(),
            .. deployment.Workloads.Where(HasOwnCommand).Select(workload => OfWorkload(deployment, workload)),
        ];

    private static bool HasOwnCommand(Workload workload) =>
        workload.Start is { } start && (workload.Image is not { } image || start.Span.File.Path != image.Dockerfile.File.Path);

    private static Startup? OfImage(Deployment deployment, Image image)
    {
        if ((image.Final.Command ?? image.Final.Entrypoint) is not { } last)
        {
            return null;
        }

        // The image alone, as nobody but itself starts it.
        Workload alone = new()
        {
            Name = image.Name,
            TargetName = image.Name,
            Kind = TargetKind.Script,
            Span = last.Span,
            Image = image,
            Components = image.Components,
            Start = new ProcessStart(
                [.. image.Final.Entrypoint?.Commands ?? [], .. image.Final.Command?.Commands ?? []],
                image.Final.WorkingDirectory,
                last.Span
            )
            {
                Program = StartProgram.Of(image.Final.Entrypoint, image.Final.Command),
                Whole = StartWords.Join(image.Final.Entrypoint?.Commands ?? [], image.Final.Command?.Commands ?? []),
            },
        };
        var (programs, unknown) = ProcessTrace.Of(deployment, alone);
        var scripts = StartScripts.Of(deployment, alone).ToList();
        var users = deployment.WorkloadsOf(image.Dockerfile).ToList();
        return new Startup(image.Name, last.Span, programs)
        {
            Image = image,
            Start = alone.Start,
            Text = string.Join(' ', new[] { image.Final.Entrypoint?.Raw, image.Final.Command?.Raw }.OfType<string>()),
            UnknownBecause = unknown,
            DropsRoot = DropsRoot(alone, scripts),
            Waits = Waits(scripts),
            IsForDevelopment =
                image.IsForDevelopment || (users.Count > 0 && users.TrueForAll(workload => IsForDevelopment(deployment, workload))),
        };
    }

    private static Startup OfWorkload(Deployment deployment, Workload workload)
    {
        var (programs, unknown) = ProcessTrace.Of(deployment, workload);
        var scripts = StartScripts.Of(deployment, workload).ToList();
        return new Startup($"{workload.Name} in {workload.TargetName}", workload.Start?.Span ?? workload.Span, programs)
        {
            Image = workload.Image,
            Workload = workload,
            Start = workload.Start,
            Text = workload.Start?.Text ?? "",
            UnknownBecause = unknown,
            DropsRoot = DropsRoot(workload, scripts),
            Waits = Waits(scripts),
            IsForDevelopment = IsForDevelopment(deployment, workload),
        };
    }

    /// <summary>The command itself, or a script that it starts, changes the user.</summary>
    private static bool DropsRoot(Workload workload, List<ShellScript> scripts) =>
        workload.Start is { } start
        && (
            start.Commands.Concat(scripts.SelectMany(script => script.Commands)).Any(ChangesUser)
            || EndsAsAnother(start.Commands)
            || scripts.Exists(script => EndsAsAnother(script.Commands))
        );

    /// <summary><c>exec su -c "jenkins-agent" jenkins</c>, <c>sudo -u agent run.sh</c>; before the last command either is for that task alone.</summary>
    private static bool EndsAsAnother(IReadOnlyList<ShellCommand> commands) =>
        commands is [.., var last]
        && last.Words.SkipWhile(word => word.Literal is "exec").ToList() is [{ Literal: { } program }, .. { Count: > 0 } arguments]
        && ImagePath.NameOf(program) switch
        {
            "su" => arguments[^1].Literal is { } user and not ("root" or ['-', ..]),
            "sudo" => arguments
                .Zip(arguments.Skip(1), (option, user) => new { option, user })
                .Any(pair => pair.option.Literal is "-u" or "--user" && !IsRoot(pair.user)),
            _ => false,
        };

    private static bool IsRoot(ShellWord user) => user.Literal is "root" or "0" or "#0";

    private static bool ChangesUser(ShellCommand command) =>
        command.Words.Any(word =>
            word.Literal is { } text && ImagePath.NameOf(text) is "gosu" or "su-exec" or "setpriv" or "runuser" or "s6-setuidgid" or "chpst"
        );

    /// <summary>A script that it starts asks again and again until what it needs answers.</summary>
    private static bool Waits(List<ShellScript> scripts) =>
        scripts.Exists(script => WaitLoop.FindAll(script.Commands).Count > 0 || script.Commands.Any(WaitsOnce));

    private static bool WaitsOnce(ShellCommand command) =>
        KnownCommand
            .Of(command)
            .OfType<PortProbeCommand>()
            .Any(probe => probe.Tool.StartsWith("wait", StringComparison.Ordinal) || probe.Tool == "dockerize")
        // A program of another language that the script holds: <<END after python, -c, -e.
        || command.Redirects.Select(redirect => redirect.HereDocument ?? "").Concat(command.Words.Select(word => word.Raw)).Any(AsksAgain);

    private static bool AsksAgain(string program) =>
        program.Contains("connect", StringComparison.OrdinalIgnoreCase)
        && (program.Contains("sleep(", StringComparison.Ordinal) || program.Contains("setTimeout(", StringComparison.Ordinal));

    private static bool IsForDevelopment(Deployment deployment, Workload workload) =>
        workload.Environment is TargetEnvironment.Development or TargetEnvironment.Test
        || workload.Image?.IsForDevelopment == true
        || workload.Profiles.Any(profile =>
            profile.Contains("dev", StringComparison.OrdinalIgnoreCase) || profile.Contains("test", StringComparison.OrdinalIgnoreCase)
        )
        || workload.Name.Split('-', '_').Any(part => part is "dev" or "test" or "tests" or "local")
        || MountsSources(workload)
        // Beside a target that is named for production, one that is not is for the desk.
        || (
            workload.Environment == TargetEnvironment.Unstated
            && workload.Kind == TargetKind.Compose
            && deployment.Targets.Any(target => target.Environment is TargetEnvironment.Production or TargetEnvironment.Staging)
        );

    /// <summary>A directory of sources is mounted over the image's: developers edit there while it runs.</summary>
    private static bool MountsSources(Workload workload) =>
        workload.Mounts.Any(mount =>
            mount is { Kind: MountKind.Bind, Source: { } source, IsReadOnly: false }
            && workload.Components.Any(component =>
                component.Root == source
                || (source.Length > 0 && component.Code.Any(file => file.File.Path.StartsWith(source + "/", StringComparison.Ordinal)))
            )
        );
}
