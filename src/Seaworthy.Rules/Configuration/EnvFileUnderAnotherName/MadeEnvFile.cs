using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Configuration;

/// <summary>A script or pipeline writes variables into a file, and starts a Compose project in the same directory that needs them.</summary>
/// <param name="Subject">Its runner: <c>scripts/deploy.sh</c>.</param>
/// <param name="Path">The file, as written.</param>
/// <param name="Writing">The command that writes it.</param>
/// <param name="Start">The compose command.</param>
/// <param name="Names">What the project needs of it.</param>
internal sealed record MadeEnvFile(string Subject, string Path, SourceSpan Writing, SourceSpan Start, IReadOnlyList<Fact<string>> Names)
{
    /// <summary>Compose reads it: it is called .env, or the command names it, or something takes it in first.</summary>
    public bool IsRead { get; init; }

    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];
}
