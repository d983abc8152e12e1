namespace Seaworthy.Rules.Security;

/// <summary>A program by which people administer data, and how they sign in to it.</summary>
/// <param name="Name">The public image, or the command with its subcommand.</param>
/// <param name="Source">The document that says how one signs in.</param>
internal sealed record AdminProgram(string Name, string Source)
{
    /// <summary>Whom it lets in as it comes, as the end of a sentence; null where it asks for an account.</summary>
    public string? Entrance { get; init; }

    /// <summary>Variables that give it an account of its owner, the ones to set first.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>What these say where they give none.</summary>
    public IReadOnlyList<string> NoAccounts { get; init; } = [];

    /// <summary>Options that give it such an account.</summary>
    public IReadOnlyList<string> AccountOptions { get; init; } = [];

    /// <summary>Variables that take the sign-in away.</summary>
    public IReadOnlyList<string> Openers { get; init; } = [];

    /// <summary>What these say to do so; empty where it is enough that they are set.</summary>
    public IReadOnlyList<string> OpeningValues { get; init; } = [];

    /// <summary>Endings of the names of mounted files that may hold an account.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>For a command: the options that say on which address it listens.</summary>
    public IReadOnlyList<string> HostOptions { get; init; } = [];

    /// <summary>For a command: untold, it listens on the container's own loopback address, where no published port leads.</summary>
    public bool IsOnLoopback { get; init; }

    /// <summary>For a command: the package that brings it, and the first release that listens on loopback alone.</summary>
    public string? LoopbackSince { get; init; }
}
