using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>The server in which a start script ends, and who hears the signal that asks the container to stop.</summary>
/// <remarks>
/// A shell neither hands signals on nor, as the first process, ends by one that it does not trap. Sources: signal(7) and kill(2) of Linux on init processes; Bash manual, "Signals"; Docker documentation, "docker stop".
/// </remarks>
internal static class ServerInScript
{
    private static readonly string[] Inits = ["tini", "dumb-init", "catatonit", "s6-svscan", "supervisord", "my_init", "pid1", "runit"];

    /// <summary>The last command, when it is a server that does not end by itself, in a container that is to stay; null otherwise.</summary>
    public static ShellCommand? Of(Deployment deployment, Startup startup, ShellScript? script)
    {
        if (script is null || startup.IsForDevelopment || RunsOnce(deployment, startup))
        {
            return null;
        }

        var own = script.Commands.Where(command => command is { Function: null, IsInSubstitution: false, Words.Count: > 0 }).ToList();
        return own is [.., { Joint: ";" or "&&", IsBackground: false, IsCondition: false, Loop: null } last] && IsServer(last)
            ? last
            : null;
    }

    private static bool RunsOnce(Deployment deployment, Startup startup) =>
        startup.Workload is { } own
            ? own.IsOneShot
            : startup.Image is { } image
                && deployment.WorkloadsOf(image).ToList() is { Count: > 0 } users
                && users.TrueForAll(user => user.IsOneShot);

    /// <summary>The shell stays above it, and nothing hands a signal on.</summary>
    public static bool IsBelowShell(Deployment deployment, Startup startup, ShellScript script, ShellCommand server) =>
        !CommandLine.Of(server).Wrappers.Contains("exec")
        && !script.Commands.Any(command =>
            command.Program is "trap" or "wait" || command is { Program: "exec", IsConditional: false, Words.Count: > 1 }
        )
        && !script.Commands.Concat(startup.Start?.Whole ?? []).SelectMany(command => command.Words).Any(IsInit)
        && !HasInit(deployment, startup);

    private static bool IsInit(ShellWord word) =>
        word.Literal is { } text && (text is "/init" or "/sbin/init" || Inits.Contains(ImagePath.NameOf(text)));

    /// <summary><c>init: true</c> of Compose.</summary>
    private static bool HasInit(Deployment deployment, Startup startup)
    {
        var users =
            startup.Workload is { } own ? [own.Name]
            : startup.Image is { } image ? deployment.WorkloadsOf(image).Select(workload => workload.Name).ToHashSet(StringComparer.Ordinal)
            : [];
        return deployment
            .Of<ComposeFile>()
            .SelectMany(file => file.Services)
            .Any(service => service.Init is { Value: not false } && users.Contains(service.Name.Value));
    }

    private static bool IsServer(ShellCommand command)
    {
        var line = CommandLine.Of(command);
        return line.ProgramWord is { } word
            && (
                ServerCommand.Of(command with { Words = [word, .. line.Arguments] }) is not null
                || (line.Program == "celery" && line.Arguments.Any(argument => argument.Literal is "worker" or "beat"))
                || (line.Program is "nginx" or "caddy" or "apache2-foreground" or "php-fpm")
            );
    }
}
