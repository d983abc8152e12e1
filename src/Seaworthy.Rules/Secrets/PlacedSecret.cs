using Seaworthy.Model.Declared.Secrets;

namespace Seaworthy.Rules.Secrets;

/// <summary>A secret and the file that holds it.</summary>
internal sealed record PlacedSecret(SecretFile File, WrittenSecret Secret)
{
    /// <summary>For a private key: why it opens nothing outside; null when it may.</summary>
    public string? LocalBecause { get; init; }
}
