using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Secrets;

/// <summary>A file of certificates in PEM form, in its order: the first is the one that a key beside it is for, then those who vouch for it.</summary>
public sealed record CertificateFile(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<Certificate> Certificates { get; init; } = [];
}
