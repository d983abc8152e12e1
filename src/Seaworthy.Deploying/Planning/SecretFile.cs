namespace Seaworthy.Deploying.Planning;

/// <summary>A secret that a container reads from a file.</summary>
/// <param name="Path">In the container, absolute.</param>
/// <param name="Value">Never shown, never written down.</param>
public sealed record SecretFile(string Path, string Value)
{
    /// <summary>Who may read it, as the Compose specification has it unless the file says otherwise.</summary>
    public UnixFileMode Mode { get; init; } = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    // A value may be in no log and in no message of a debugger.
    public override string ToString() => $"{Path}=***";
}
