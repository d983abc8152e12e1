using Seaworthy.Model.Declared.Secrets;

namespace Seaworthy.Rules.Secrets;

/// <summary>A secret and its file.</summary>
internal sealed record PlacedSecret(SecretFile File, WrittenSecret Secret)
{
    /// <summary>For a private key: why it opens nothing outside; null if it may.</summary>
    public string? LocalBecause { get; init; }

    /// <summary>For a private key: the past expiry date of its certificate; null if valid or unknown.</summary>
    public DateOnly? Ended { get; init; }

    /// <summary>For a private key: it has a valid certificate.</summary>
    public bool IsCertified { get; init; }

    /// <summary>For a private key among a program's resources: nothing refers to its file.</summary>
    public bool IsForgotten { get; init; }

    /// <summary>In a test, an example or a fixture.</summary>
    public bool IsSample => File.IsSample || Secret.IsForTests;

    /// <summary>In a comment, a document, or a line that prints instructions.</summary>
    public bool IsToldOnly => IsInDocument || Secret.IsToldOnly;

    /// <summary>An answer in a transcript: <c>AWS Access Key ID [None]: AKIA…</c>. Such texts are copied with their key.</summary>
    public bool IsAnswered => IsInDocument && Secret.IsAnswer;

    /// <summary>In a document, which often shows a sample.</summary>
    public bool IsInDocument => Path.GetExtension(File.File.Name) is ".md" or ".mdx" or ".rst" or ".txt" or ".adoc" or ".html";
}
