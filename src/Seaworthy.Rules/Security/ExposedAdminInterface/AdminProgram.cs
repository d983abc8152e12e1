namespace Seaworthy.Rules.Security;

/// <summary>An admin program for data, and its login.</summary>
/// <param name="Name">The public image, or the command with its subcommand.</param>
/// <param name="Source">The documentation of its login.</param>
internal sealed record AdminProgram(string Name, string Source)
{
    /// <summary>Who can log in by default, as the end of a sentence; null if it requires an account.</summary>
    public string? Entrance { get; init; }

    /// <summary>Variables that set an account of its owner, the preferred ones first.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>Their values that set none.</summary>
    public IReadOnlyList<string> NoAccounts { get; init; } = [];

    /// <summary>Options that set such an account.</summary>
    public IReadOnlyList<string> AccountOptions { get; init; } = [];

    /// <summary>Variables that disable the login.</summary>
    public IReadOnlyList<string> Openers { get; init; } = [];

    /// <summary>Their values that do so; empty if any value does.</summary>
    public IReadOnlyList<string> OpeningValues { get; init; } = [];

    /// <summary>The variable with the role of visitors; without a role that may change something, the variables that disable the login open nothing that matters.</summary>
    public string? RoleVariable { get; init; }

    /// <summary>A port of the host is for another rule, or a matter of development: only a route of a proxy counts.</summary>
    public bool IsByRouteOnly { get; init; }

    /// <summary>It shows measurements and changes little: a port of the host is reported in production only.</summary>
    public bool IsForWatching { get; init; }

    /// <summary>Extensions of mounted files that may contain an account.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>For a command: the options for its listening address.</summary>
    public IReadOnlyList<string> HostOptions { get; init; } = [];

    /// <summary>For a command: by default it listens on the container's loopback address, which no published port reaches.</summary>
    public bool IsOnLoopback { get; init; }

    /// <summary>For a command: its package, and the first release that listens only on loopback.</summary>
    public string? LoopbackSince { get; init; }
}
