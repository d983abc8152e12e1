using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A secret of its environment, or of one of its users, that a program writes to its log.</summary>
/// <param name="Name">The variable that it comes from; null for the whole environment. For a user's secret the name in the source.</param>
/// <param name="Span">Where it is shown.</param>
public sealed record LoggedSecret(Component Component, string? Name, SourceSpan Span)
{
    /// <summary>The address of a data store, which holds a password if there is one.</summary>
    public bool IsAddress { get; init; }

    /// <summary>What lets one user in: a one-time code, the link of a reset, a token, a password.</summary>
    public bool IsOfUser { get; init; }

    /// <summary>Of a user's password only the hash.</summary>
    public bool IsHash { get; init; }

    /// <summary>The default in the source is an address without a password, so those that take its place may have none either.</summary>
    public bool IsOftenOpen { get; init; }

    /// <summary>The place belongs to a program, as far as the tree tells: a process loads it, or it is no tool that somebody starts by hand.</summary>
    public bool IsOfProgram { get; init; }

    /// <summary>Only for development, or where somebody asks for more words.</summary>
    public bool IsForDevelopment { get; init; }
}
