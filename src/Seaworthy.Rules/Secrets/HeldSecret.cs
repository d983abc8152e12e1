using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Secrets;

/// <summary>A file with a secret that an instruction puts into an image.</summary>
/// <param name="Path">The file of the repository, or what would be one on the machine of whoever builds.</param>
/// <param name="What">What is known of its content, in a few words: <c>values for DATABASE_PASSWORD</c>.</param>
/// <param name="Secret">The line that holds it; null when the file is not of this tree.</param>
/// <param name="CopiedBy">Where it ends, and the instruction that puts it there.</param>
internal sealed record HeldSecret(string Path, string What, SourceSpan? Secret, Fact<string> CopiedBy)
{
    /// <summary>A real value, for more than a desk.</summary>
    public bool IsReal { get; init; }

    /// <summary>A key that opens nothing outside, and that the repository holds openly.</summary>
    public bool IsLocal { get; init; }
}
