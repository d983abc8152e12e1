using Seaworthy.Deploying.Backups;
using Seaworthy.Deploying.Certificates;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Deploying.Running;

/// <summary>One project on one engine, as long as a command works on it.</summary>
public sealed class DeploySession
{
    private readonly Action<DeployProgress> onProgress;

    /// <param name="host">Where it runs.</param>
    /// <param name="stateRoot">Where the state of all projects lies there.</param>
    /// <param name="project">The project's name.</param>
    /// <param name="by">Who works on it, for the ledger.</param>
    /// <param name="onProgress">Receives what happens.</param>
    /// <param name="mask">Takes the values of secrets out of what tools and containers say.</param>
    public DeploySession(
        IHost host,
        string stateRoot,
        string project,
        string by,
        Action<DeployProgress> onProgress,
        SecretMask? mask = null
    )
    {
        ArgumentNullException.ThrowIfNull(host);
        Mask = mask ?? SecretMask.None;
        this.onProgress = progress => onProgress(progress with { Text = Mask.Of(progress.Text) });
        Project = project;
        State = new StateDirectory(host, stateRoot, project);
        Ledger = new LedgerFile(State, by, TimeProvider.System, Mask);
        Engine = new DockerEngine(host.Runner);
        Traffic = new TrafficControl(Engine, State);
        Certificates = new CertificateStore(State);
        Acme = new AcmeStore(Engine, State);
    }

    public string Project { get; }

    public IHost Host => State.Host;

    public SecretMask Mask { get; }

    /// <summary>Keys for copies of stores.</summary>
    public CopyKeys CopyKeys { get; init; } = CopyKeys.None;

    public StateDirectory State { get; }

    public LedgerFile Ledger { get; }

    public DockerEngine Engine { get; }

    public TrafficControl Traffic { get; }

    public CertificateStore Certificates { get; }

    public AcmeStore Acme { get; }

    /// <summary>Brings what a crash left to its end. Null when there was nothing.</summary>
    public DeployOutcome? Recover()
    {
        PausedContainers.Settle(Engine, State);
        if (Ledger.Read().Unfinished is not { } unfinished)
        {
            return null;
        }

        onProgress(new DeployProgress(LedgerEvent.Begun, null, unfinished.Notice));
        return new DeployRunner(Context(new DeployRequest()) with { Release = unfinished.Release, Proxy = State.Layout }).Recover(
            unfinished
        );
    }

    /// <summary>From images to the plan. Builds and pulls unless it is a dry run.</summary>
    public PreparedDeploy Prepare(ProjectDefinition project, DeployRequest request)
    {
        ArgumentNullException.ThrowIfNull(project);
        var history = Ledger.Read();
        var observed = Engine.Observe(project.Name);
        var found = new ImagePreparation(Engine, onProgress).Of(project, history.NextRelease, request);
        var images = request.TakesRunningImages ? WithRunning(found, project, observed) : found;
        var configurations = project
            .Services.Where(service => images.ContainsKey(service.Name))
            .ToDictionary(service => service.Name, service => State.Hash(ConfigurationText.Of(service, images[service.Name].Id)));
        var proxy = ProxyLayout.Of(project, request.ProxyImage);
        var certificates = request.Certificates.For(proxy.CertifiedHosts);
        var order = Acme.Order(project, proxy, certificates.Keys, ServedCertificate.Renewal);
        if (order is { Hosts.Count: > 0 } && !request.IsDryRun)
        {
            // Before anything is touched; a renewal alone is no reason to fail.
            Acme.Bring(request.AcmeImage);
        }

        PlanInput input = new(project, observed, proxy)
        {
            Release = history.NextRelease,
            Configurations = configurations,
            ProxyConfiguration = State.Hash(proxy),
            Current = history.Current?.Services.ToDictionary(pair => pair.Key, pair => pair.Value.Configuration) ?? [],
            Images = images.ToDictionary(pair => pair.Key, pair => pair.Value.Id),
            Certificates = Certificates.Due(certificates),
            Order = order,
            AcmeImage = request.AcmeImage,
            Uncertified =
            [
                .. proxy.CertifiedHosts.Except(proxy.OrderedHosts).Where(host => !certificates.ContainsKey(host) && Acme.Lacks(host)),
            ],
            Watch = request.Watch,
            Canary = request.Canary,
        };
        return new PreparedDeploy(input, Planner.Of(input), images, request);
    }

    public DeployOutcome Deploy(PreparedDeploy prepared)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        var context = Context(prepared.Request) with
        {
            Definition = prepared.Input.Project,
            Proxy = prepared.Input.Proxy,
            ProxyConfiguration = prepared.Input.ProxyConfiguration,
            Images = prepared.Input.Images,
            Certificates = prepared.Request.Certificates.For(prepared.Input.Certificates.Select(change => change.Host)),
            Order = prepared.Input.Order,
            AcmeImage = prepared.Input.AcmeImage,
            Configurations = prepared.Input.Configurations,
            Release = prepared.Plan.Release,
            Record = prepared.Record(),
        };
        return new DeployRunner(context).Run(prepared.Plan);
    }

    /// <summary>The containers of a release that are no longer there.</summary>
    public IReadOnlyList<string> Gone(ReleaseRecord release)
    {
        ArgumentNullException.ThrowIfNull(release);
        var observed = Engine.Observe(Project);
        return [.. release.Services.Values.SelectMany(service => service.Containers).Where(container => observed.Find(container) is null)];
    }

    /// <summary>Back to the containers of a release that are kept.</summary>
    public DeployOutcome Rollback(ReleaseRecord to, DeployRequest request)
    {
        var history = Ledger.Read();
        var current = history.Current ?? new ReleaseRecord(0);
        var plan = RollbackPlanner.Of(current, to, Engine.Observe(Project), State.Layout, history.NextRelease, request.Watch);
        var context = Context(request) with
        {
            Proxy = State.Layout,
            Release = plan.Release,
            Record = to with { Number = plan.Release, RollbackTo = to.Number },
        };
        return new DeployRunner(context).Run(plan);
    }

    private static Dictionary<string, ImageFacts> WithRunning(
        IReadOnlyDictionary<string, ImageFacts> found,
        ProjectDefinition project,
        ObservedState observed
    )
    {
        Dictionary<string, ImageFacts> images = new(found, StringComparer.Ordinal);
        foreach (var service in project.Services)
        {
            if (observed.Running(service.Name) is [var container, ..])
            {
                images.TryAdd(service.Name, new ImageFacts(container.Image));
            }
        }

        return images;
    }

    private DeployContext Context(DeployRequest request) =>
        new(Engine, State, Ledger, Traffic)
        {
            Project = Project,
            CopyKeys = CopyKeys,
            HealthLimit = request.HealthLimit,
            Watch = request.Watch,
            Canary = request.Canary,
            OnProgress = onProgress,
        };
}
