using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Secrets;

/// <summary>A file with a secret that an instruction copies into an image.</summary>
/// <param name="Path">The file in the repository, or on the build machine.</param>
/// <param name="What">Its content, in a few words: <c>values for DATABASE_PASSWORD</c>.</param>
/// <param name="Secret">The line with the secret; null if the file is not in the repository.</param>
/// <param name="CopiedBy">The destination, and the instruction that copies it.</param>
internal sealed record HeldSecret(string Path, string What, SourceSpan? Secret, Fact<string> CopiedBy)
{
    /// <summary>A real value, not only for development.</summary>
    public bool IsReal { get; init; }

    /// <summary>A committed key that opens nothing outside.</summary>
    public bool IsLocal { get; init; }
}
