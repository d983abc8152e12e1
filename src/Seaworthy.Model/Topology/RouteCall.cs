using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A request that one component's source sends to another, and the route that answers it.</summary>
/// <param name="Method">Upper case; <c>*</c> when unknown.</param>
/// <param name="Path">Without query; <c>{}</c> where a part is computed.</param>
public sealed record RouteCall(Component Caller, Component Callee, string Method, string Path, SourceSpan Span)
{
    /// <summary>How the callee was found, as a person would say it: <c>it listens on 5000</c>.</summary>
    public required string Because { get; init; }

    /// <summary>Why another than the callee may answer; null when none can.</summary>
    public string? UncertainBecause { get; init; }

    /// <summary>The callee is known by its source alone, or the caller is a script that no target runs.</summary>
    public bool IsGuess { get; init; }

    /// <summary>It is in a function of the caller that no source of the caller names.</summary>
    public bool IsUnused { get; init; }

    /// <summary>The shortest beginning of the path with which no route of the callee begins; the whole path when there is none.</summary>
    public string MissingPrefix { get; init; } = "";

    /// <summary>What decided the address.</summary>
    public IReadOnlyList<SourceSpan> Chain { get; init; } = [];

    /// <summary>The routes of the path, whatever their method.</summary>
    public required IReadOnlyList<ServedRoute> Routes { get; init; }

    /// <summary>A route that ends like the path: most likely the one that was meant; else one that begins like it.</summary>
    public ServedRoute? Near { get; init; }

    /// <summary>The near route is the path but for what is in front of it.</summary>
    public bool IsPrefixSlip { get; init; }

    /// <summary>A route answers to path and method.</summary>
    public bool IsServed =>
        Routes.Any(route =>
            Method == "*"
            || route.Method == "*"
            || route.Method == Method
            || (Method == "HEAD" && route.Method == "GET")
            || Method == "OPTIONS"
        );
}
