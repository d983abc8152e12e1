using System.Security.Cryptography;
using System.Text;
using Seaworthy.Deploying.Kubernetes.Commands;
using Seaworthy.Deploying.Kubernetes.Planning;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Deploying.Kubernetes.Running;

/// <summary>One project on one cluster, as long as a command works on it. Its ledger lies on this machine, its lease in the cluster.</summary>
public sealed class ClusterSession
{
    /// <summary>What holds after a failure: other objects stay as they were applied.</summary>
    private const string Restored = "The workloads run what they ran before";
    private const int LongestName = 50;

    private readonly Action<DeployProgress> onProgress;
    private readonly string by;

    /// <param name="host">This machine, where the state lies.</param>
    /// <param name="stateRoot">Where the state of all projects lies.</param>
    /// <param name="project">The project's name.</param>
    /// <param name="address">The cluster.</param>
    /// <param name="by">Who works on it, for the ledger and the lease.</param>
    /// <param name="onProgress">Receives what happens.</param>
    public ClusterSession(
        IHost host,
        string stateRoot,
        string project,
        ClusterAddress address,
        string by,
        Action<DeployProgress> onProgress
    )
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(address);
        this.onProgress = onProgress;
        this.by = by;
        Project = project;
        Address = address;
        KubectlCommands commands = new(address.Context);
        Space = address.Space ?? Usual(host.Runner, commands);
        State = new StateDirectory(host, stateRoot, $"{project}@{Slug(address.Context)}.{Space}");
        Cluster = new Cluster(host.Runner, commands, State.Hash);
        Ledger = new LedgerFile(State, by, TimeProvider.System, SecretMask.None);
    }

    /// <summary>When a Job without a deadline of its own is ended.</summary>
    public static TimeSpan MigrationLimit { get; } = TimeSpan.FromMinutes(15);

    public string Project { get; }

    public ClusterAddress Address { get; }

    /// <summary>Where objects go that name no namespace.</summary>
    public string Space { get; }

    public StateDirectory State { get; }

    public Cluster Cluster { get; }

    public LedgerFile Ledger { get; private set; }

    private SecretMask Mask { get; set; } = SecretMask.None;

    /// <summary>Values of Secrets of the manifests are in no line of output, and in none of the ledger.</summary>
    public void Hide(ManifestParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        Mask = new SecretMask(
            parts
                .Objects.OfType<Model.Declared.Kubernetes.KubernetesSecret>()
                .SelectMany(secret =>
                    secret
                        .StringData.Select(pair => pair.Value?.Value)
                        .Concat(secret.Data.SelectMany(pair => (string?[])[pair.Value?.Value, pair.Decoded]))
                )
                .OfType<string>()
        );
        Ledger = new LedgerFile(State, by, TimeProvider.System, Mask);
    }

    /// <summary>Takes the values of Secrets out of a sentence of the cluster.</summary>
    public string Masked(string text) => Mask.Of(text);

    /// <summary>Whether there is such a context.</summary>
    public bool IsKnown() => State.Host.Runner.Run(KubectlCommands.KnownContext(Address.Context)).IsDone;

    /// <summary>Null when another command works on the project, on this machine or another.</summary>
    /// <param name="holder">Who does.</param>
    /// <exception cref="DeployFailedException">The cluster lets nobody have the lease.</exception>
    public IDisposable? TryHold(out string holder)
    {
        holder = "another command of this machine";
        if (State.TryHold() is not { } hold)
        {
            return null;
        }

        try
        {
            // The file of this state directory lets one command in: only one of the same directory can have ended in the middle.
#pragma warning disable CA2000 // Who holds both disposes of it.
            if (ClusterLease.TryTake(Cluster, LeaseName(), Space, $"{by} {State.Hash("lease")[..8]}", out holder) is not { } lease)
#pragma warning restore CA2000
            {
                hold.Dispose();
                return null;
            }

            Cluster.MayChange = () => lease.IsHeld;
            return new Holds(lease, hold);
        }
        catch (DeployFailedException)
        {
            hold.Dispose();
            throw;
        }
    }

    /// <summary>Brings what a crash left to its end. Null when there was nothing.</summary>
    public DeployOutcome? Recover()
    {
        if (Ledger.Read().Unfinished is not { } unfinished)
        {
            return null;
        }

        onProgress(new DeployProgress(LedgerEvent.Begun, null, unfinished.Notice));
        return Runner(Context(new DeployRequest(), unfinished.Release)).Recover(unfinished);
    }

    /// <summary>From manifests to the plan. The cluster is asked, and not changed.</summary>
    public PreparedCluster Prepare(ManifestParts parts, DeployRequest request)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(request);
        var history = Ledger.Read();
        var preflight = new ClusterPreflight(Cluster);
        ClusterPlanInput input = new(parts, [.. parts.All.Select(Cluster.Find).OfType<ObservedWorkload>()], history.NextRelease)
        {
            Current = history.Current,
            Manifests = State.Hash(string.Join('\0', parts.First.Concat(parts.Jobs.Select(job => job.Text)).Concat(parts.Rest))),
            Watch = request.Watch,
            HealthLimit = request.HealthLimit,
            GivenSpace = Address.Space,
            IsForced = request.TakesOverFields || (HasUndone(history) && preflight.HasUndone(parts, Address.Space)),
        };
        return new PreparedCluster(input, new ClusterPlanner(Cluster.Commands).Of(input), request);
    }

    public DeployOutcome Deploy(PreparedCluster prepared)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        var (input, plan, request) = prepared;
        return Runner(
                Context(request, plan.Release) with
                {
                    Parts = input.Parts,
                    IsForced = input.IsForced,
                    Record = new ReleaseRecord(plan.Release)
                    {
                        Commit = request.Commit,
                        HasChanges = request.HasChanges,
                        Accepted = request.Accepted,
                        Manifests = input.Manifests,
                        Migrations = [.. input.Parts.Jobs.Select(job => job.Job.Name)],
                    },
                }
            )
            .Run(plan);
    }

    /// <summary>Why a release cannot be returned to, a sentence each.</summary>
    public IReadOnlyList<string> Gone(ReleaseRecord to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return
        [
            .. to
                .Workloads.Where(revision =>
                    Cluster.Find(revision.Workload) is not { } found
                    || (found.Revision.Template != revision.Template && Cluster.Number(found, revision.Template ?? "") is null)
                )
                .Select(revision => $"the cluster keeps no revision of {revision.Workload} with what release {to.Number} ran"),
        ];
    }

    /// <summary>The steps back to an earlier release.</summary>
    public DeployPlan Back(ReleaseRecord to, DeployRequest request)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(request);
        return new ClusterPlanner(Cluster.Commands).Back(
            to.Number,
            Ledger.Read().NextRelease,
            to.Workloads,
            [.. to.Workloads.Select(revision => Cluster.Find(revision.Workload)?.Revision).OfType<WorkloadRevision>()],
            request.Watch
        );
    }

    public DeployOutcome Rollback(ReleaseRecord to, DeployPlan plan, DeployRequest request)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(plan);
        return Runner(
                Context(request, plan.Release) with
                {
                    // Other objects stay as they are: the manifests of that release are not applied.
                    Record = to with
                    {
                        Number = plan.Release,
                        RollbackTo = to.Number,
                        Manifests = null,
                    },
                }
            )
            .Run(plan);
    }

    private static bool HasUndone(History history) =>
        history.Entries.Any(entry => entry.Event is LedgerEvent.UndoDone or LedgerEvent.UndoFailed)
        || history.Releases.Any(release => release.RollbackTo is not null);

    private DeployRunner Runner(ClusterContext context) =>
        new(
            Ledger,
            context.Release,
            progress => onProgress(progress with { Text = Mask.Of(progress.Text) }),
            new ClusterActions(context).Of,
            Restored
        );

    private ClusterContext Context(DeployRequest request, int release) =>
        new(Cluster, State, Ledger)
        {
            Release = release,
            GivenSpace = Address.Space,
            HealthLimit = request.HealthLimit,
            Watch = request.Watch,
        };

    private static string Usual(ProcessRunner runner, KubectlCommands commands) =>
        runner.Run(commands.Space()) is { IsDone: true, Output: var said } && said.Trim() is { Length: > 0 } space ? space : "default";

    private string LeaseName()
    {
        var name = "seaworthy-" + Slug(Project).ToLowerInvariant().Replace('_', '-').Replace('.', '-');
        return name[..Math.Min(name.Length, LongestName)].TrimEnd('-');
    }

    /// <summary>Letters that the name of a directory may have; where others were, a hash keeps two names apart.</summary>
    private static string Slug(string text)
    {
        var plain = string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-'));
        return plain == text ? plain : plain + "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
    }

    private sealed class Holds(ClusterLease lease, IDisposable hold) : IDisposable
    {
        public void Dispose()
        {
            lease.Dispose();
            hold.Dispose();
        }
    }
}
