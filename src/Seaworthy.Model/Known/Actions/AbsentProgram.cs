namespace Seaworthy.Model.Known.Actions;

/// <summary>A program that GitHub's own Ubuntu machines do not have until a step installs it.</summary>
/// <param name="Name">As it is called.</param>
/// <param name="Instead">What to do about it: the part of a sentence after "before it".</param>
public sealed record AbsentProgram(string Name, string Instead)
{
    /// <summary>What the names of Cargo's subcommands begin with.</summary>
    internal const string Cargo = "cargo-";

    /// <summary>The word after <c>cargo</c> by which it is called; null for a program that is called by its own name.</summary>
    public string? CargoCommand => Name.StartsWith(Cargo, StringComparison.Ordinal) ? Name[Cargo.Length..] : null;

    /// <summary>Labels of machines that do have it.</summary>
    public IReadOnlyList<string> ExceptOn { get; init; } = [];

    /// <summary>Texts that what installs it is known by: an action's name, a package, a URL. Its own name is one of them.</summary>
    public IReadOnlyList<string> Traces { get; init; } = [];

    /// <summary>May be a dependency of a Python project.</summary>
    public bool IsPython { get; init; }

    /// <summary>What happened to it, for the message; empty when it was never there.</summary>
    public string Since { get; init; } = "";
}
