using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Containers;

/// <summary>A program that one stage of an image compiles and the final one runs, with the C library that each side has.</summary>
/// <param name="Subject">The Dockerfile.</param>
/// <param name="Path">Where the final stage puts it.</param>
/// <param name="BuiltOn">The base image of the stage that compiles it.</param>
/// <param name="RunsOn">The base image of the final stage.</param>
/// <param name="Copy">The COPY that takes it along.</param>
/// <param name="Build">The command that compiles it.</param>
internal sealed record CopiedProgram(string Subject, string Path, string BuiltOn, string RunsOn, SourceSpan Copy, SourceSpan Build)
{
    /// <summary>The library that it asks for as it starts; null for a program that asks for none.</summary>
    public CLibrary? Needs { get; init; }

    /// <summary>The library that the final stage has; null when it has none.</summary>
    public CLibrary? Has { get; init; }

    /// <summary>Why it is linked so, as half a sentence.</summary>
    public string Because { get; init; } = "";

    /// <summary>How it is built to ask for none, as a person would write it.</summary>
    public string Remedy { get; init; } = "";

    /// <summary>The release of Debian that it is linked on, where it is later than that of the final stage; null where it is not, or not known.</summary>
    public NewerRelease? Newer { get; init; }

    /// <summary>The kernel finds no loader for it.</summary>
    public bool CannotStart => Needs is not null && Needs != Has;
}
