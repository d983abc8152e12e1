using System.CommandLine;
using System.CommandLine.Parsing;
using Seaworthy.Cli.Commands;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Kubernetes.Commands;
using Seaworthy.Deploying.Kubernetes.Running;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Deploying.Secrets;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Reading;

namespace Seaworthy.Cli.Deploying;

/// <summary>Which deployment a command is about.</summary>
internal sealed class DeployArguments
{
    private readonly RepositoryArguments repository = new(isRemote: false);

    private readonly DeclaredEnvironments declared = new();

    private readonly Option<string?> target = new("--target")
    {
        Description = "Compose project to deploy ('seaworthy model' lists them). [default: the one for production]",
        HelpName = "name",
    };

    private readonly Option<string?> environment = new("--env")
    {
        Description = "Name of the environment, put behind the project's name; seaworthy.yaml may say what it is.",
        HelpName = "name",
    };

    private readonly Option<string[]> envFiles = new("--env-file")
    {
        Description = "Read variables from this file instead of .env. Repeatable.",
        HelpName = "file",
    };

    private readonly Option<string?> state = new("--state")
    {
        Description = "Directory of ledger, backups and proxy. [default: ~/.local/state/seaworthy]",
        HelpName = "directory",
    };

    private readonly Option<string[]> on = new("--on")
    {
        Description = "Host to work on, by ssh, instead of this machine. Repeatable, in order.",
        HelpName = "ssh://user@host[:port]",
    };

    public DeployArguments()
    {
        target.DefaultValueFactory = result => Declared(result)?.Target?.Value;
        envFiles.DefaultValueFactory = result =>
            [.. (Declared(result)?.EnvFiles ?? []).Select(file => declared.PathOf(DirectoryOf(result), file.Value))];
        on.DefaultValueFactory = result => [.. (Declared(result)?.Hosts ?? []).Select(host => host.Value)];
        environment.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var name }] && !DeclaredEnvironment.IsName(name))
            {
                result.AddError("--env takes a name of lower-case letters, digits and hyphens.");
            }
        });
        on.Validators.Add(result =>
        {
            if (HostAddresses.Complaint([.. result.Tokens.Select(token => token.Value)]) is { } complaint)
            {
                result.AddError($"--on {complaint}.");
            }
        });
    }

    /// <summary>What the configuration of the repository says of the environment; null where it says nothing, or is left out.</summary>
    public DeclaredEnvironment? Declared(SymbolResult result) =>
        Named(result) is { } name ? declared.Find(DirectoryOf(result), name) : null;

    /// <summary>The same for a command that runs.</summary>
    public DeclaredEnvironment? Declared(ParseResult parsed) => Declared(parsed.CommandResult);

    /// <summary>The hosts of a command that changes something: those after a failure are left alone.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="mostFailures">So many may fail first.</param>
    /// <param name="hasHeadings">Their names may stand between what is printed.</param>
    /// <param name="batch">So many are worked on at once.</param>
    public HostRound Round(ParseResult parsed, int mostFailures = 0, bool hasHeadings = true, int batch = 1) =>
        new(Hosts(parsed))
        {
            IsChange = true,
            MostFailures = mostFailures,
            HasHeadings = hasHeadings,
            Batch = batch,
        };

    /// <summary>Some other host is named than this machine.</summary>
    public bool IsElsewhere(CommandResult command) => Addresses(command).Any();

    /// <param name="command">The command that gets them.</param>
    /// <param name="hasHosts">It can work on another host.</param>
    /// <param name="noCluster">What to do instead where it cannot work on a cluster; null where it can.</param>
    public void AddTo(Command command, bool hasHosts = true, string? noCluster = null)
    {
        command.Arguments.Add(repository.Path);
        command.Options.Add(target);
        command.Options.Add(environment);
        command.Options.Add(envFiles);
        command.Options.Add(state);
        if (hasHosts)
        {
            command.Options.Add(on);
        }

        command.Validators.Add(result =>
        {
            if (Named(result) is { } name && DeclaredEnvironment.IsName(name) && declared.Fault(DirectoryOf(result), name) is { } fault)
            {
                result.AddError(fault + ".");
            }
        });

        if (noCluster is null)
        {
            on.Description += " Or one cluster: kube-context://name[/namespace].";
        }
        else
        {
            command.Validators.Add(result =>
            {
                if (IsOnCluster(result))
                {
                    result.AddError($"{command.Name} does not work on {ClusterAddress.Scheme}: {noCluster}.");
                }
            });
        }
    }

    /// <summary>The cluster that is named; null for this machine or hosts.</summary>
    public ClusterAddress? Cluster(ParseResult parsed) =>
        (parsed.GetValue(on) ?? []).Select(ClusterAddress.Parse).OfType<ClusterAddress>().FirstOrDefault();

    /// <summary>A cluster is named.</summary>
    public bool IsOnCluster(CommandResult command) => Addresses(command).Any(HostAddresses.IsCluster);

    /// <summary>The target that is named; null for the one that is deployed.</summary>
    public string? Wanted(ParseResult parsed) => parsed.GetValue(target);

    public OpenedRepository? Open(ParseResult parsed) => repository.Open(parsed);

    /// <summary>The directory of the repository, absolute.</summary>
    public string Root(ParseResult parsed) => Path.GetFullPath(repository.DirectoryOf(parsed));

    /// <summary>The environment that is meant; empty for the project as it is.</summary>
    public string Environment(ParseResult parsed) => parsed.GetValue(environment) ?? "";

    public DeployTarget? Target(ParseResult parsed, Deployment deployment, string root, SecretValues secrets) =>
        Find(parsed, deployment, root, secrets, Console.Error);

    /// <summary>The target without an audit and without its secrets; null when the reason is on standard error.</summary>
    public DeployTarget? Target(ParseResult parsed) => Target(parsed, SecretsArguments.None);

    /// <summary>The same with its secrets.</summary>
    public DeployTarget? Target(ParseResult parsed, SecretsArguments secrets)
    {
        using var opened = Open(parsed);
        return opened is null || secrets.Values(parsed, opened.Root, Environment(parsed)) is not { } values
            ? null
            : Target(parsed, Read(parsed, opened), opened.Root, values);
    }

    /// <summary>The model of the repository, with the Compose files that the environment is made of as a project.</summary>
    public Deployment Read(ParseResult parsed, OpenedRepository opened) =>
        new DeploymentReader(new OutsideFacts { Environments = Declared(parsed) is { } named ? [named] : [] })
            .Read(opened.Repository)
            .Deployment;

    /// <summary>The name under which the ledger of a project is found, be it deployed by Compose or not: the name of its directory where nothing says another one.</summary>
    public string ProjectName(ParseResult parsed, OpenedRepository opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return ProjectName(parsed, Read(parsed, opened), opened.Root);
    }

    /// <summary>The same of a tree that was read already.</summary>
    public string ProjectName(ParseResult parsed, Deployment deployment, string root)
    {
        if (Find(parsed, deployment, root, SecretValues.None, TextWriter.Null) is { Rendered.Project.Name: { Length: > 0 } name })
        {
            return name;
        }

        var directory = new DirectoryInfo(root).Name.ToLowerInvariant();
        var own = string.Concat(directory.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')).TrimStart('-', '_');
        return (own.Length > 0 ? own : "project") + (Environment(parsed) is { Length: > 0 } wanted ? "-" + wanted : "");
    }

    /// <summary>The ledger of a project by its name.</summary>
    public LedgerFile Ledger(ParseResult parsed, IHost host, string project) =>
        new(new StateDirectory(host, host.StateRoot(parsed.GetValue(state)), project), By(), TimeProvider.System, SecretMask.None);

    public DeploySession Session(ParseResult parsed, IHost host, DeployTarget chosen, Action<DeployProgress>? onProgress = null) =>
        new(
            host,
            host.StateRoot(parsed.GetValue(state)),
            chosen.Rendered.Project.Name,
            By(),
            onProgress ?? (_ => { }),
            chosen.Secrets.Mask()
        )
        {
            CopyKeys = chosen.CopyKeys,
        };

    /// <summary>The session of a project on a cluster. Its state lies on this machine.</summary>
    public ClusterSession Session(
        ParseResult parsed,
        IHost host,
        ClusterAddress address,
        string project,
        Action<DeployProgress>? onProgress = null
    ) => new(host, host.StateRoot(parsed.GetValue(state)), project, address, By(), onProgress ?? (_ => { }));

    private DeployTarget? Find(ParseResult parsed, Deployment deployment, string root, SecretValues secrets, TextWriter complaints) =>
        DeployTarget.Find(
            deployment,
            root,
            parsed.GetValue(target),
            parsed.GetValue(environment),
            Declared(parsed),
            parsed.GetValue(envFiles) ?? [],
            secrets,
            complaints
        );

    /// <summary>The hosts of a command that only looks.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="hasHeadings">Their names may stand between what is printed.</param>
    public HostRound Looks(ParseResult parsed, bool hasHeadings = true) => new(Hosts(parsed)) { HasHeadings = hasHeadings };

    /// <summary>A command that only looks, or <see cref="ExitCode.Usage"/> where there is no target: the reason is then on standard error.</summary>
    public int Look(ParseResult parsed, Func<DeploySession, DeployTarget, int> look, SecretsArguments? secrets = null) =>
        Target(parsed, secrets ?? SecretsArguments.None) is { } target
            ? Looks(parsed).Run(host => look(Session(parsed, host, target), target))
            : ExitCode.Usage;

    /// <summary>A session for a command that changes something: nobody else does meanwhile, and what a crash left is settled. Null when the reason is on standard error.</summary>
    public HeldSession? Hold(ParseResult parsed, IHost host, DeployTarget chosen, Action<DeployProgress> onProgress, out int code)
    {
        var session = Session(parsed, host, chosen, onProgress);
        code = (int)DeployOutcome.Locked;
        if (session.State.TryHold() is not { } hold)
        {
            Console.Error.WriteLine($"seaworthy: another command works on {session.Project}{Where(session)}.");
            return null;
        }

        if (session.State.Lock is { } locked)
        {
            hold.Dispose();
            Console.Error.WriteLine(
                $"seaworthy: {locked.By} locked deployments of {session.Project}{Where(session)} on {locked.Since:yyyy-MM-dd HH:mm}Z: {locked.Why}."
            );
            return null;
        }

        if (!IsReachable(session))
        {
            hold.Dispose();
            code = (int)DeployOutcome.Preparation;
            return null;
        }

        if (session.Recover() == DeployOutcome.RollbackFailed)
        {
            hold.Dispose();
            code = (int)DeployOutcome.RollbackFailed;
            Console.Error.WriteLine($"seaworthy: the last deployment of {session.Project} cannot be settled; see 'seaworthy audit-log'.");
            return null;
        }

        return new HeldSession(session, hold);
    }

    /// <summary>Whether the engine answers: if not, the reason is on standard error.</summary>
    public static bool IsReachable(DeploySession session)
    {
        if (session.Engine.Fault() is not { } fault)
        {
            return true;
        }

        Console.Error.WriteLine($"seaworthy: Docker{Where(session)} cannot be reached: {fault.TrimEnd('.')}.");
        return false;
    }

    /// <summary>The hosts while the command line is checked, when defaults are not there yet.</summary>
    private IEnumerable<string> Addresses(CommandResult command) =>
        command.GetResult(on) is { Implicit: false } written
            ? written.Tokens.Select(token => token.Value)
            : (Declared(command)?.Hosts ?? []).Select(host => host.Value);

    /// <summary>The environment that is named, where the configuration counts.</summary>
    private string? Named(SymbolResult result)
    {
        var command = CommandOf(result);
        var isLeftOut = command.Children.OfType<OptionResult>().Any(option => option is { Option.Name: "--no-config", Implicit: false });
        return isLeftOut || !Directory.Exists(DirectoryOf(result)) ? null : command.GetValue(environment);
    }

    private string DirectoryOf(SymbolResult result) => Path.GetFullPath(CommandOf(result).GetValue(repository.Path) ?? ".");

    private static CommandResult CommandOf(SymbolResult result)
    {
        var each = result;
        while (each is not CommandResult && each.Parent is { } parent)
        {
            each = parent;
        }

        return (CommandResult)each;
    }

    private IReadOnlyList<SshAddress> Hosts(ParseResult parsed) =>
        [.. (parsed.GetValue(on) ?? []).Select(SshAddress.Parse).OfType<SshAddress>().Distinct()];

    /// <summary>Behind what a sentence is about; nothing for this machine.</summary>
    private static string Where(DeploySession session) => session.Host.IsHere ? "" : " on " + session.Host.Name;

    /// <summary>Who works here, for the ledger and for locks.</summary>
    public static string By() => $"{System.Environment.UserName}@{System.Environment.MachineName}";
}
