using Seaworthy.Model.Declared.Scripts.Commands;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>What a command is known to do, kept beside it. It is no part of the command: all are equal, and the one of a changed copy counts for its original only.</summary>
internal readonly struct CommandMemo(ShellCommand owner, IReadOnlyList<KnownCommand> known) : IEquatable<CommandMemo>
{
    // One reference, so that concurrent readers see it as a whole.
    private readonly Kept? kept = new(owner, known);

    public IReadOnlyList<KnownCommand>? Of(ShellCommand command) =>
        kept is { } one && ReferenceEquals(one.Owner, command) ? one.Known : null;

    public bool Equals(CommandMemo other) => true;

    public override bool Equals(object? obj) => obj is CommandMemo;

    public override int GetHashCode() => 0;

    private sealed class Kept(ShellCommand owner, IReadOnlyList<KnownCommand> known)
    {
        public ShellCommand Owner => owner;

        public IReadOnlyList<KnownCommand> Known => known;
    }
}
