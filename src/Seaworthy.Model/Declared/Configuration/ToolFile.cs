using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Configuration;

/// <summary>A file whose name tells which tool reads it, and of which no more is read than its syntax.</summary>
/// <param name="Tool">The tool, as a sentence names it.</param>
public sealed record ToolFile(SourceFile File, string Tool) : Artifact(File);
