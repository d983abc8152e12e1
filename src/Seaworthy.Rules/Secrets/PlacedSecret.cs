using Seaworthy.Model.Declared.Secrets;

namespace Seaworthy.Rules.Secrets;

/// <summary>A secret and the file that holds it.</summary>
internal sealed record PlacedSecret(SecretFile File, WrittenSecret Secret)
{
    /// <summary>For a private key: why it opens nothing outside; null when it may.</summary>
    public string? LocalBecause { get; init; }

    /// <summary>For a private key: the last day of its certificate, which is past; null when it holds, or when none is known.</summary>
    public DateOnly? Ended { get; init; }

    /// <summary>For a private key: a certificate of its own says for whom it stands, and holds.</summary>
    public bool IsCertified { get; init; }

    /// <summary>For a private key among the resources of a program: nothing names its file.</summary>
    public bool IsForgotten { get; init; }

    /// <summary>Stands in a test, an example or a fixture.</summary>
    public bool IsSample => File.IsSample || Secret.IsForTests;

    /// <summary>Stands in a comment, a document, or a line that prints what to write.</summary>
    public bool IsToldOnly => IsInDocument || Secret.IsToldOnly;

    /// <summary>What somebody answers in a document: <c>AWS Access Key ID [None]: AKIA…</c>. Such texts are copied, with the key of whoever wrote the first.</summary>
    public bool IsAnswered => IsInDocument && Secret.IsAnswer;

    /// <summary>A text for people holds it, which often shows a sample.</summary>
    public bool IsInDocument => Path.GetExtension(File.File.Name) is ".md" or ".mdx" or ".rst" or ".txt" or ".adoc" or ".html";
}
