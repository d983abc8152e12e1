using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A place the software is deployed to by one declaration: a compose project, a Kubernetes directory or overlay, a fly.io app, a Procfile.</summary>
public sealed record Target
{
    /// <summary>As a person would name it: <c>docker-compose.yml</c>, <c>k8s/overlays/prod</c>.</summary>
    public required string Name { get; init; }

    public required TargetKind Kind { get; init; }

    public TargetEnvironment Environment { get; init; }

    /// <summary>What says so, as a sentence without its end; null for its name.</summary>
    public string? EnvironmentBecause { get; init; }

    /// <summary>The files that declare it, in the order in which they are merged.</summary>
    public required IReadOnlyList<SourceFile> Files { get; init; }

    public required IReadOnlyList<Workload> Workloads
    {
        get => Work.Counted(field);
        init;
    }

    /// <summary>Names from outside that workloads may reach: external links, extra hosts.</summary>
    public HostNames ExternalHosts { get; init; } = HostNames.None;

    /// <summary>Networks that something outside makes, where others may be attached as well.</summary>
    public IReadOnlyList<Fact<string>> ExternalNetworks { get; init; } = [];

    /// <summary>The declaration is only part of the target (an override used alone, a template): what is absent may stand elsewhere.</summary>
    public string? PartialBecause { get; init; }

    /// <summary>However much is absent, no other Service is: a rendered chart has all that its templates speak of.</summary>
    public bool HasAllServices { get; init; }
}
