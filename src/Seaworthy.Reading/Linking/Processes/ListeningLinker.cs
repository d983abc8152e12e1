using System.Text;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Jvm;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>On which ports a workload's process listens: by its command, else by its source with its environment applied, else by knowledge of its image.</summary>
internal sealed class ListeningLinker(Deployment deployment, CodeModules modules, CodeValues values)
{
    // Run in the background, these open no port.
    private static readonly HashSet<string> Trifles = new(StringComparer.Ordinal)
    {
        "echo",
        "sleep",
        "tail",
        "cat",
        "crond",
        "cron",
        "mkdir",
        "touch",
        "",
    };

    private static readonly string[] Configurable =
    [
        "nginx",
        "apache2ctl",
        "apache2-foreground",
        "httpd",
        "caddy",
        "haproxy",
        "traefik",
        "supervisord",
        "sshd",
    ];

    private static readonly HashSet<string> NodePrograms = new(StringComparer.Ordinal) { "node", "npm", "npx", "pnpm", "yarn", "vite" };

    public ListeningPorts Of(Workload workload)
    {
        if (ForeignProgram(workload) is { } foreign)
        {
            return ListeningPorts.Unknown($"{foreign.Span} starts a program that is not in the image of {workload.Name}");
        }

        var (programs, unknown) = ProcessTrace.Of(deployment, workload);
        var servers = programs
            .Select(program => ServerCommand.Of(program) ?? BuiltServers.Of(workload, program))
            .OfType<ServerCommand>()
            .ToList();
        if (servers.Count > 0)
        {
            return WithBeside(workload, programs, Commanded(workload, servers, unknown ?? StartedBeside(programs, servers))) with
            {
                RunFiles = RunningCode.Of(deployment, modules, workload, programs).Paths,
            };
        }

        // A command of the workload's own takes the place of the server that its image is for.
        var isReplaced =
            workload.Start is not null
            && unknown is null
            && programs.Any()
            && !programs.Any(program =>
                program.Program.StartsWith("nginx", StringComparison.Ordinal) || Configurable.Contains(program.Program)
            );
        if (!isReplaced && NginxConfiguration.Of(deployment, workload) is { } nginx)
        {
            return nginx.Listens(workload);
        }

        if (workload.Public is not null && workload.Image is null && workload.Components.Count == 0)
        {
            return PublicImagePorts.Of(workload);
        }

        if (programs.FirstOrDefault(program => program.Program == "celery") is { } worker)
        {
            return ListeningPorts.Unknown($"{worker.Span} starts workers, which open no port") with { IsNowhere = true };
        }

        if (JvmStart.Of(deployment, workload, programs) is { } started)
        {
            return WithProxy(workload, programs, JvmPorts.Of(workload, started, workload.Image is null ? null : unknown));
        }

        return WithProxy(workload, programs, OfSource(workload, programs, unknown));
    }

    /// <summary>What nginx opens in the same container, in front of the program.</summary>
    private ListeningPorts WithProxy(Workload workload, IReadOnlyList<ShellCommand> programs, ListeningPorts opened) =>
        programs.Any(program => ImagePath.NameOf(program.Program) == "nginx") ? WithBeside(workload, programs, opened) : opened;

    private ListeningPorts OfSource(Workload workload, IReadOnlyList<ShellCommand> programs, string? unknown)
    {
        var running = RunningCode.Of(deployment, modules, workload, programs);
        var opened = OwnOptions.Apply(programs, FromSource(workload, unknown ?? running.UncertainBecause, running)) with
        {
            RunFiles = running.Paths,
        };
        if (running.Project is not { } project || !AspNetAddresses.Apply(running))
        {
            return opened;
        }

        var stated = AspNetAddresses.Of(deployment, workload, project);
        return stated with
        {
            Ports = [.. stated.Ports, .. opened.Ports],
            IncompleteBecause = stated.IncompleteBecause ?? (opened.Ports.Count > 0 ? null : unknown),
        };
    }

    /// <summary>A supervisor, or a script in the background, starts a program beside the servers that are known by their commands: it may listen as well.</summary>
    private string? StartedBeside(IReadOnlyList<ShellCommand> programs, IReadOnlyList<ServerCommand> servers) =>
        programs.FirstOrDefault(program =>
            (
                program.IsBackground && !Trifles.Contains(program.Program)
                || deployment.At<SupervisorConfig>(program.Span.File.Path) is not null
                    && KnownCommand.Of(program).OfType<ProgramCommand>().Any()
            ) && !servers.Any(server => server.Command == program)
        )
            is { } beside
            ? $"{beside.Span} starts {beside.Program} beside it"
            : null;

    /// <summary>A command of Node.js upon the image of a web server: it cannot start, and says nothing of ports.</summary>
    private static ShellCommand? ForeignProgram(Workload workload) =>
        workload is { Image.Final: { PublicBase.Role: ImageRole.WebServer or ImageRole.Proxy } final, Start: { } start }
        && !final.Declared.Lines.Any(line => line.Text.Contains("node", StringComparison.OrdinalIgnoreCase))
            ? start.Commands.FirstOrDefault(command => NodePrograms.Contains(command.Program))
            : null;

    /// <summary>A server beside them listens where its own configuration says: PHP's pool behind nginx in one container.</summary>
    private ListeningPorts WithBeside(Workload workload, IReadOnlyList<ShellCommand> programs, ListeningPorts ports)
    {
        var beside = programs
            .Concat(StartScripts.Of(deployment, workload).SelectMany(script => script.Commands))
            .Where(program => Configurable.Contains(ImagePath.NameOf(program.Program)))
            .ToList();
        return beside is not [var first, ..] ? ports
            : beside.TrueForAll(program => ImagePath.NameOf(program.Program) == "nginx")
            && NginxConfiguration.Installed(deployment, workload)?.Listens(workload) is { } nginx
                ? new ListeningPorts([.. ports.Ports, .. nginx.Ports], ports.IncompleteBecause ?? nginx.IncompleteBecause)
            : ports with { IncompleteBecause = ports.IncompleteBecause ?? $"{first.Span} listens on the port of its configuration" };
    }

    private ListeningPorts Commanded(Workload workload, IReadOnlyList<ServerCommand> servers, string? unknown)
    {
        List<ListeningPort> ports = [];
        ServerHost hosts = new(deployment, workload, word => Value(workload, word).Text);
        foreach (var server in servers)
        {
            var files = ConfigurationFiles(workload, server.Program);
            if (server.PortWord is null && files.Count > 0 && !hosts.LeavePort(files))
            {
                var configured = Configured(workload, files);
                ports.AddRange(configured.Ports.Select(port => hosts.Of(server, port, files)));
                unknown ??= configured.IncompleteBecause;
                continue;
            }

            if (
                server.PortWord is null
                && server.Command.Words.Any(word =>
                    word.Literal is "-c" or "--config" || word.Raw.StartsWith("--config=", StringComparison.Ordinal)
                )
            )
            {
                unknown ??= $"{server.Command.Span.Line} reads its own configuration";
                continue;
            }

            if (server is { PortWord: null, PortAssigned: null } && TemplateOfPort(workload, server.Program) is { } template)
            {
                unknown ??= $"{template} sets the port in the .env created from it";
                continue;
            }

            var stated = server.PortWord is { } word
                ? Value(workload, word)
                : RedisPlaces.PortOf(deployment, workload, server) ?? FromVariable(workload, server);
            if (stated.Text is { } address && ServerCommand.PortOf(address) is { } port)
            {
                ports.Add(
                    new ListeningPort(port, hosts.Of(server, address, files), [server.Command.Span, .. stated.Chain])
                    {
                        IsFollowed = true,
                        IsInferred = server.PortWord is null && stated.Chain is [var only] && only == server.Command.Span,
                    }
                );
            }
            else
            {
                unknown ??= stated.UnknownBecause ?? $"{stated.Text} is not a port";
            }
        }

        return new ListeningPorts(ports, unknown);
    }

    private HashSet<string> ConfigurationFiles(Workload workload, ServerProgram program) =>
        workload
            .Components.SelectMany(
                component => program.ConfiguredBy,
                (component, name) => component.Root.Length == 0 ? name : $"{component.Root}/{name}"
            )
            .SelectMany(start =>
                deployment.Tree.FilesIn(RepositoryPath.Parent(start)).Where(file => file.Path.StartsWith(start, StringComparison.Ordinal))
            )
            .Select(file => file.Path)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>What the program's own configuration files say.</summary>
    private ListeningPorts Configured(Workload workload, HashSet<string> files)
    {
        var read = workload.Components.SelectMany(component => component.Code).Where(file => files.Contains(file.File.Path));
        var stated = FromSource(
            workload,
            null,
            new RunningCode(read.ToHashSet<CodeFile>(ReferenceEqualityComparer.Instance), null)
            {
                IsConfiguration = true,
                IsFollowed = true,
            }
        );
        return stated.Ports.Count > 0 ? stated : ListeningPorts.Unknown($"{files.Order(StringComparer.Ordinal).First()} may set the port");
    }

    /// <summary>A template from which people make the <c>.env</c> that the server reads, where it gives the port.</summary>
    private string? TemplateOfPort(Workload workload, ServerProgram program) =>
        program is { ReadsDotEnv: true, PortVariable: { } name }
            ? workload
                .Components.SelectMany(component => deployment.In<EnvFile>(component.Root))
                .FirstOrDefault(file => file.File.Name != ".env" && file.Entries.Any(entry => entry.Name.Value == name))
                ?.File.Path
            : null;

    private static Resolved FromVariable(Workload workload, ServerCommand server) =>
        server.PortAssigned is { } own ? Value(workload, own)
        : server.Program.PortVariable is { } name && Supplied(workload, name) is { } given ? given
        : Resolved.Known($"{server.Program.DefaultPort}", server.Command.Span);

    private static Resolved Value(Workload workload, ShellWord word)
    {
        StringBuilder text = new();
        List<SourceSpan> chain = [];
        foreach (var part in word.Parts)
        {
            if (part.Kind == ShellPartKind.Literal)
            {
                text.Append(part.Text);
            }
            else if (part.Kind != ShellPartKind.Variable)
            {
                return Resolved.Unknown($"{word.Raw} is computed", word.Span);
            }
            else if (Supplied(workload, part.Text) is { } given)
            {
                chain.AddRange(given.Chain);
                if (given.Text is null)
                {
                    return given;
                }

                text.Append(given.Text);
            }
            else if (part.Default is { } fallback)
            {
                text.Append(fallback);
            }
            else
            {
                return Resolved.Unknown($"{part.Text} is not set for {workload.Name}", word.Span);
            }
        }

        return Resolved.Known(text.ToString(), [word.Span, .. chain]);
    }

    private static bool Imports(RunningCode running, string framework) =>
        running.Files.Any(file =>
            file.Language is not (Language.Python or Language.JavaScript or Language.TypeScript)
            || file.Imports.Any(import => import.IsOf(framework))
        );

    /// <summary>A default of Viper gives way to the file of settings that the program reads.</summary>
    private static string? ConfigurationOf(Workload workload) =>
        workload
            .Components.SelectMany(component => component.Code)
            .FirstOrDefault(file => file.Language == Language.Go && file.File.Text.Contains(".ReadInConfig(", StringComparison.Ordinal))
            is { } reader
            ? $"{reader.File.Path} reads a settings file first"
            : null;

    /// <summary>Of these languages whatever opens a port is a listener that a reader knows.</summary>
    private static bool IsReadWhole(CodeFile file) =>
        file.Language is Language.Go or Language.Python or Language.JavaScript or Language.TypeScript;

    private static Resolved? Supplied(Workload workload, string name) =>
        workload.Supplied.LastOrDefault(variable => variable.Name == name)?.Value
        ?? (workload.SuppliesMoreBecause is { } more ? Resolved.Unknown(more) : null);

    private ListeningPorts FromSource(Workload workload, string? unknown, RunningCode running)
    {
        List<ListeningPort> ports = [];
        foreach (
            var found in running
                .Files.SelectMany(file => file.Listeners, (file, listener) => new { file, listener })
                .Where(found => running.IsConfiguration || !found.listener.Framework.StartsWith("vite", StringComparison.Ordinal))
        )
        {
            var (file, listener) = (found.file, found.listener);
            var isGiven = false;
            var port = values.Resolve(
                listener.Port,
                file,
                name =>
                {
                    var given = Supplied(workload, name);
                    isGiven |= given?.Text is not null;
                    return given;
                }
            );
            if (port.Text is { } text && ServerCommand.PortOf(text) is { } number)
            {
                var host = listener.Host is { } written
                    ? values.Resolve(written, file, name => Supplied(workload, name)).Text
                    : ServerCommand.HostOf(text);
                ports.Add(
                    new ListeningPort(number, host, [listener.Span, .. port.Chain.Where(span => span != listener.Span)])
                    {
                        Protocol = listener.Protocol,
                        IsInferred = !isGiven,
                        IsFollowed = running.IsFollowed,
                    }
                );
            }
            else
            {
                unknown ??= port.UnknownBecause ?? $"{port.Text} is not a port";
            }
        }

        // One port on two addresses: which of the two a start opens is decided elsewhere.
        var distinct = ports
            .GroupBy(port => port.Port)
            .Select(same => same.Select(port => port.Host).Distinct().Count() == 1 ? same.First() : same.First() with { Host = null })
            .ToList();
        // What is followed from the command on names the framework where it uses it.
        unknown ??= workload
            .Components.Select(component => component.UnreadFramework)
            .FirstOrDefault(framework => framework is not null && (!running.IsFollowed || Imports(running, framework)))
            is { } unread
            ? $"{unread} was not read"
            : null;
        unknown ??= distinct.Exists(port => port is { IsInferred: true, Chain.Count: > 1 }) ? ConfigurationOf(workload) : null;
        unknown ??= distinct.Count > 1 && (!running.IsFollowed || running.IsConfiguration) ? "its source listens in several places" : null;
        unknown ??=
            distinct.Count > 0 && distinct.TrueForAll(port => port.Protocol == "metrics") ? "only its metrics port was found" : null;
        return distinct.Count > 0
            ? new ListeningPorts(distinct, unknown)
            : ListeningPorts.Unknown(unknown ?? "its port was not found in its source") with
            {
                IsNowhere = unknown is null && running is { IsConfiguration: false, Files.Count: > 0 } && running.Files.All(IsReadWhole),
            };
    }
}
