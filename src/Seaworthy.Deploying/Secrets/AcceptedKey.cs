namespace Seaworthy.Deploying.Secrets;

/// <summary>A key that opens a secrets file.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Since">From when on.</param>
/// <param name="Sealed">The data key of the file, for this key alone.</param>
public sealed record AcceptedKey(string Id, DateTimeOffset Since, string Sealed);
