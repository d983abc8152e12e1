using Seaworthy.Deploying.Kubernetes.Planning;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Kubernetes.Running;

/// <summary>Keeps commands on other machines out of a project: a lease in the cluster that is renewed as long as this command runs.</summary>
public sealed class ClusterLease : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    private readonly Cluster cluster;
    private readonly Timer timer;
    private readonly Lock turn = new();
    private LeaseText held;
    private bool isLost;

    private ClusterLease(Cluster cluster, LeaseText held)
    {
        this.cluster = cluster;
        this.held = held;
        timer = new Timer(_ => Renew(), null, Beat, Beat);
    }

    /// <summary>It is held, and was renewed in time.</summary>
    public bool IsHeld
    {
        get
        {
            lock (turn)
            {
                return !isLost && !held.IsOver(DateTimeOffset.UtcNow);
            }
        }
    }

    /// <summary>Null when another command has it: who, is in <paramref name="holder"/>.</summary>
    /// <param name="cluster">Where.</param>
    /// <param name="name">Of the lease.</param>
    /// <param name="space">Its namespace.</param>
    /// <param name="by">Who asks. One who asks again has ended in the middle before.</param>
    /// <param name="holder">Who has it.</param>
    /// <exception cref="DeployFailedException">The cluster lets nobody have it.</exception>
    public static ClusterLease? TryTake(Cluster cluster, string name, string space, string by, out string holder)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        holder = "";
        LeaseText wanted = new(name, space, by, DateTimeOffset.UtcNow, null);
        var made = cluster.Ask(cluster.Commands.CreateLease(space), wanted.Write());
        if (!made.IsDone && !KubectlComplaint.IsThere(made))
        {
            throw new DeployFailedException($"no lease can be had: {KubectlComplaint.Of(made)}");
        }

        var found = LeaseText.Read(cluster.Do(cluster.Commands.ReadLease(space, name)));
        if (found is null || (!made.IsDone && found.Holder != by && !found.IsOver(DateTimeOffset.UtcNow)))
        {
            holder = found?.Holder ?? "somebody";
            return null;
        }

        if (made.IsDone)
        {
            return new ClusterLease(cluster, found);
        }

        // Of two that find it over, the server lets one have it.
        var taken = cluster.Ask(cluster.Commands.ReplaceLease(space), (wanted with { Version = found.Version }).Write());
        holder = found.Holder;
        return taken.IsDone && LeaseText.Read(taken.Output) is { } own ? new ClusterLease(cluster, own) : null;
    }

    public void Dispose()
    {
        timer.Dispose();
        lock (turn)
        {
            if (!isLost)
            {
                // What cannot be deleted is over in a minute.
                cluster.Ask(cluster.Commands.DeleteLease(held.Space, held.Name));
                isLost = true;
            }
        }
    }

    private void Renew()
    {
        lock (turn)
        {
            if (isLost)
            {
                return;
            }

            var result = cluster.Ask(cluster.Commands.ReplaceLease(held.Space), (held with { Renewed = DateTimeOffset.UtcNow }).Write());
            if (result.IsDone && LeaseText.Read(result.Output) is { } renewed)
            {
                held = renewed;
            }
            else if (result.Error.Contains("(Conflict)", StringComparison.Ordinal) || KubectlComplaint.IsMissing(result))
            {
                isLost = true;
            }
        }
    }
}
